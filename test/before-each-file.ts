// Before each test file: what fast-check makes up comes from the seed of the day, so that a failure can be repeated.
import './same-bytes.ts'
import fc from 'fast-check'
import { seedOfTheDay } from './how-many.ts'

fc.configureGlobal({ seed: seedOfTheDay() })
