import { expect, test } from 'vitest'
import { html, trusted } from '../../src/report/html.ts'

test('html escapes every value, in elements and in attributes', () => {
  const name = `<img src=x onerror='alert("1")'> & co`
  expect(html`<p title="${name}">${name}</p>`.text).toBe(
    '<p title="&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt; &amp; co">' +
      '&lt;img src=x onerror=&#39;alert(&quot;1&quot;)&#39;&gt; &amp; co</p>',
  )
})

test('html takes markup as it is, lists one after another, and nothing for undefined and false', () => {
  const rows = ['a', '<b>'].map((row) => html`<li>${row}</li>`)
  expect(html`<ul>${rows}${undefined}${false}${0}</ul>`.text).toBe('<ul><li>a</li><li>&lt;b&gt;</li>0</ul>')
  expect(html`${trusted('<hr>')}`.text).toBe('<hr>')
})
