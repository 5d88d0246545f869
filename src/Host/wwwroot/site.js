// Pages work without script; with it, GOV.UK Frontend's components wake up.
import { initAll } from '/lib/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()
