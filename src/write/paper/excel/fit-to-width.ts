// Lets every sheet print as wide as one page: what the writer has no options for.
import type { Feature } from 'write-excel-file/universal'

const FIRST_ELEMENT = '<sheetViews>'

/** Makes a sheet as wide as one page and as many pages long as it takes. */
export const FIT_TO_WIDTH: Feature<Blob> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) =>
          xml.replace(FIRST_ELEMENT, `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${FIRST_ELEMENT}`),
        transformElementAttributes: (tag, attributes) =>
          tag === 'pageSetup' ? { ...attributes, fitToWidth: 1, fitToHeight: 0 } : attributes,
      },
    },
  },
}
