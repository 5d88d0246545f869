// Pages work without script; with it, GOV.UK Frontend's components wake up.
import { initAll } from '/lib/govuk-frontend.min.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A drawing that is wider than the window begins where things stand furthest on.
for (const map of document.querySelectorAll('.app-map')) {
  const box = map.getBoundingClientRect()
  const here = [...map.querySelectorAll('.app-map__step--here')].map((step) => step.getBoundingClientRect().right)
  map.scrollLeft = Math.max(0, ...here) - box.left - box.width + 30
}

// A key in the fragment of a link goes into the form and out of the address; no server ever saw it there.
const key = document.querySelector('[data-key-from-fragment] input')
if (key && /^#[0-9a-f]{64}$/i.test(location.hash)) {
  key.value = location.hash.slice(1)
  history.replaceState(null, '', location.pathname)
}
