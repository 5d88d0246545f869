// What stands around Elsa Studio on our pages: where its server is, whose session signs, what a refusal looks like, the checks
// beside the canvas. It runs before Studio starts and knows its version 3.8.2.
(() => {
  const studio = document.getElementById('studio')
  const { part, partnership, signIn } = studio.dataset
  const api = '/elsa/api'
  const within = (address) => `/designer${address}?partnership=${encodeURIComponent(partnership)}`
  const main = studio.querySelector(':scope > :not(elsa-backend-provider)')
  const never = new Promise(() => {})

  studio.querySelector('elsa-backend-provider').setAttribute('remote-endpoint', location.origin + api)

  // ---- Words for what Studio would show as a crash, or not at all

  const told = document.getElementById('told')
  const toldLink = document.getElementById('told-link')
  document.getElementById('told-close').addEventListener('click', () => { told.hidden = true })

  function tell(words, link) {
    document.getElementById('told-words').textContent = words
    toldLink.hidden = !link
    if (link) {
      toldLink.href = link.address
      toldLink.textContent = link.text
    }
    told.hidden = false
  }

  async function wordsOf(answer) {
    const problem = await answer.clone().json().catch(() => ({}))
    const errors = Object.values(problem.errors ?? {}).flat()
    return { code: problem.code, words: errors.length > 0 ? errors.join(' ') : problem.detail || problem.title || `The service answered ${answer.status}.` }
  }

  const approvals = { address: '/approvals', text: 'Where it waits: approvals' }
  const again = { address: location.href, text: 'Load the page again' }

  // ---- Every request of Studio's goes through here

  const send = window.fetch.bind(window)
  window.fetch = async (what, how) => {
    const address = new URL(what instanceof Request ? what.url : what, document.baseURI)
    if (address.origin !== location.origin || !address.pathname.startsWith(api + '/')) {
      return send(what, how)
    }
    const request = new Request(what, how)
    request.headers.set('X-Partnership', partnership)
    const route = address.pathname.slice(api.length)
    const reads = request.method === 'GET'
    const saves = request.method === 'POST' && (route === '/workflow-definitions' || route.endsWith('/retract'))
    const proposed = reads ? request : await withReason(request, route)
    if (!proposed) return saves && part === 'editor' ? Response.json({ title: 'Nothing was proposed. The draft stays as it was saved.' }, { status: 400 }) : never
    const answer = saves ? await inTurn(proposed) : await reach(proposed, reads)
    if (part === 'editor' && answer.ok && answer.headers.has('ETag')) seen = answer.headers.get('ETag')
    if (answer.ok) {
      if (route === '/descriptors/activities') learn(answer.clone())
      if (answer.status === 202) tell('Sent for approval: it takes effect when a second person agrees.', approvals)
      if (saves || route.includes('/by-definition-id/') || route.includes('/revert/') || route.endsWith('/import')) check()
      return answer
    }
    return refused(answer, { reads, saves })
  }

  // ---- Why something is proposed; Studio itself would not ask

  const ask = document.getElementById('ask')
  let standsAgainst = false

  /** What is proposed carries a reason, which whoever decides will read; null when the person thinks better of it. */
  async function withReason(request, route) {
    const retracts = route.includes('/retract')
    if (!retracts && !route.includes('/publish') && route !== '/workflow-definitions') return request
    const body = await request.clone().json().catch(() => ({}))
    if (route === '/workflow-definitions' && body.publish !== true) return request
    // What is refused anyway needs no reason first.
    if (!retracts && standsAgainst) return request
    const reason = await reasonFor(retracts ? 'Propose to take the published version back' : 'Propose to publish')
    if (reason === null) return null
    const headers = new Headers(request.headers)
    headers.set('Content-Type', 'application/json')
    return new Request(request.url, { method: request.method, headers, credentials: request.credentials, body: JSON.stringify({ ...body, reason }) })
  }

  function reasonFor(what) {
    document.getElementById('ask-title').textContent = what
    document.getElementById('ask-yes').textContent = what
    const field = document.getElementById('ask-reason')
    field.value = ''
    ask.returnValue = 'no'
    ask.showModal()
    field.focus()
    return new Promise((answered) => ask.addEventListener('close', () => answered(ask.returnValue === 'yes' ? field.value : null), { once: true }))
  }

  // A save names the text that it changes, so that two people never save over one another; one save follows the other.
  let seen = null
  let turn = Promise.resolve()

  function inTurn(request) {
    const mine = turn.then(() => {
      if (seen && part === 'editor') request.headers.set('If-Match', seen)
      return reach(request, false)
    }).then((answer) => {
      if (answer.ok && answer.headers.has('ETag')) seen = answer.headers.get('ETag')
      return answer
    })
    turn = mine.catch(() => {})
    return mine
  }

  /** The answer; a read is tried until the service is there again. */
  async function reach(request, reads) {
    for (;;) {
      try {
        return await send(request.clone())
      } catch (gone) {
        if (request.signal.aborted) throw gone
        tell('The service cannot be reached. What was saved is kept; your last change may not be.', again)
        if (!reads) return Response.json({ title: 'The service cannot be reached. This change is not saved.' }, { status: 400 })
        await new Promise((go) => setTimeout(go, 3000))
      }
    }
  }

  /** Studio shows a 400 to a save in words and falls over at everything else: that we say ourselves, and it goes on as it was. */
  async function refused(answer, { reads, saves }) {
    if (answer.status === 401) {
      location.assign(`${signIn}?returnUrl=${encodeURIComponent(location.pathname + location.search)}`)
      return never
    }
    if (answer.status === 404 && !reads) {
      tell('The designer does not do this here. Cases are started, retried and cancelled on their own pages, with a reason.', again)
      return never
    }
    const { code, words } = await wordsOf(answer)
    tell(words, code === 'definition.waits-for-second-person' ? approvals : reads || !saves || code === 'workflow.definition-overtaken' ? again : null)
    if (saves && part === 'editor') {
      check()
      return new Response(await answer.text(), { status: 400, headers: { 'Content-Type': 'application/json' } })
    }
    return never
  }

  // ---- Ways from one page to another

  const leads = {
    list: { editWorkflowDefinition: (id) => location.assign(within(`/definitions/${encodeURIComponent(id)}`)) },
    instances: { viewWorkflowInstance: (id) => location.assign(within(`/instances/${encodeURIComponent(id)}`)) },
    viewer: { editWorkflowDefinition: (id) => location.assign(within(`/definitions/${encodeURIComponent(id)}`)) }
  }
  if (leads[part]) customElements.whenDefined(main.localName).then(() => Object.assign(main, leads[part]))

  // ---- What Studio's own inline script would define

  window.editorHotkeys = {
    register(target) {
      this.keys = (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
        event.preventDefault()
        target.invokeMethodAsync('OnSaveHotkey').catch(() => {})
      }
      document.addEventListener('keydown', this.keys)
    },
    unregister() {
      document.removeEventListener('keydown', this.keys)
    }
  }

  // ---- The checks beside the canvas

  const list = document.getElementById('checks-list')
  let asked = 0

  async function check() {
    if (!list) return
    const mine = ++asked
    const id = list.closest('section').dataset.definition
    const answer = await send(`${api}/workflow-definitions/${encodeURIComponent(id)}/findings`, { headers: { 'X-Partnership': partnership } })
    if (!answer.ok || mine !== asked) return
    show(await answer.json())
  }

  function show({ version, isPublished, items, approval, round }) {
    const refusing = items.filter((item) => item.refuses)
    standsAgainst = refusing.length > 0
    document.getElementById('checks-said').replaceChildren(
      paragraph(refusing.length === 0
        ? isPublished ? `Version ${version} is published.` : `Version ${version} may be published: nothing stands against it.`
        : `${refusing.length === 1 ? 'One thing stands' : `${refusing.length} things stand`} against publishing version ${version}.`),
      ...(approval ? [paragraph('Its publication waits for a second person. ', approvals)] : []),
      ...(round ? [paragraph('The three seats are signing it; until then its text stands still. ', { address: `/sign-offs/${round}`, text: 'Where it waits: the round' })] : []))
    list.replaceChildren(...items.map((item) => {
      const entry = document.createElement('li')
      entry.className = item.refuses ? 'designer-checks__refuses' : ''
      if (item.activity) {
        const step = document.createElement('button')
        step.type = 'button'
        step.textContent = item.step
        step.addEventListener('click', () => select(item.activity))
        entry.append(step, ' ')
      }
      entry.append(item.words)
      return entry
    }))
  }

  function paragraph(words, link) {
    const made = document.createElement('p')
    made.textContent = words
    if (link) {
      const lead = document.createElement('a')
      lead.href = link.address
      lead.textContent = link.text
      made.append(lead)
    }
    return made
  }

  /** Presses the step on the canvas, as a mouse would. */
  function select(id) {
    const node = studio.querySelector(`.x6-node[data-cell-id="${CSS.escape(id)}"] elsa-activity-wrapper`)
      ?? studio.querySelector(`.x6-node[data-cell-id="${CSS.escape(id)}"]`)
    if (!node) return
    const box = node.getBoundingClientRect()
    const where = { bubbles: true, cancelable: true, clientX: box.x + box.width / 2, clientY: box.y + box.height / 2, button: 0, view: window }
    for (const kind of ['mousedown', 'mouseup', 'click']) node.dispatchEvent(new MouseEvent(kind, where))
  }

  // ---- How Studio looks here: our colours and icons by an activity's category (designer.css), and no words of an engine

  const hiddenTabs = new Set(['Code View', 'Test', 'Commit Strategy', 'Task', 'Log', 'Info', 'Workflow State', 'Activity call stack'])
  const hiddenFields = new Set(['Activation strategy', 'Log Persistence Strategy', 'Commit Strategy', 'Usable as activity'])
  const hiddenHeadings = new Set(['Commit Strategy', 'Activity'])
  const hiddenRows = new Set(['Structured Logs', 'Workflow State'])
  const hiddenChoices = new Set(['Run', 'Cancel', ...(part === 'instances' ? ['Delete', 'Export', 'Import', 'Bulk actions', 'Actions', 'Date filters'] : [])])
  const categories = new Map()

  // Studio's pictures without words, by how they are drawn.
  const pictures = {
    'M6,16h12V8H6V16z': 'Show the whole drawing',
    'M5 15H3v4c0': 'Centre the drawing',
    'M3,5v14c0,1.1': 'Tidy the drawing',
    'M17 3H5c-1.11': 'Save',
    'M19.35 10.04': 'Propose to publish'
  }

  async function learn(answer) {
    for (const { typeName, category } of (await answer.json()).items) categories.set(typeName, category)
    narrow()
  }

  function narrow() {
    for (const tab of studio.querySelectorAll('.mud-tab:not([data-seen])')) {
      const text = tab.textContent.trim()
      if (!text) continue
      tab.dataset.seen = ''
      if (hiddenTabs.has(text)) tab.dataset.hidden = ''
    }
    for (const label of studio.querySelectorAll('label.mud-input-label:not([data-seen]), label.mud-checkbox:not([data-seen])')) {
      label.dataset.seen = ''
      if (hiddenFields.has(label.textContent.trim())) (label.closest('.d-flex.flex-column.gap-3 > *') ?? label).dataset.hidden = ''
    }
    for (const heading of studio.querySelectorAll('.mud-typography-overline:not([data-seen])')) {
      heading.dataset.seen = ''
      if (hiddenHeadings.has(heading.textContent.trim())) heading.dataset.hidden = ''
    }
    for (const choice of document.querySelectorAll('.mud-menu-item:not([data-seen]), .designer--instances .mud-button:not([data-seen])')) {
      choice.dataset.seen = ''
      if (hiddenChoices.has(choice.textContent.trim())) choice.dataset.hidden = ''
    }
    if (part === 'viewer') {
      for (const cell of studio.querySelectorAll('td:first-child:not([data-seen])')) {
        cell.dataset.seen = ''
        if (hiddenRows.has(cell.textContent.trim())) cell.parentElement.dataset.hidden = ''
      }
      // Durations of Studio's leave out whole days; limits stand on the case's own pages.
      for (const text of studio.querySelectorAll('.mud-typography:not([data-duration])')) {
        if (/^\d+(\.\d+)?:\d\d:\d\d/.test(text.textContent.trim())) {
          text.dataset.duration = ''
          ;(text.closest('.mud-timeline-item-opposite .d-flex') ?? text).dataset.hidden = ''
        }
      }
    }
    for (const button of studio.querySelectorAll('.mud-icon-button:not([data-seen])')) {
      button.dataset.seen = ''
      const words = Object.entries(pictures).find(([drawn]) => button.querySelector(`path[d^="${drawn}"]`))?.[1]
      if (words) {
        button.title = words
        button.setAttribute('aria-label', words)
      }
    }
    for (const step of studio.querySelectorAll('elsa-activity-wrapper:not([data-category])')) {
      const [, type] = /"type":"([^"]+)"/.exec(step.getAttribute('activity-json') ?? '') ?? []
      if (categories.has(type)) step.dataset.category = categories.get(type)
    }
    for (const panel of studio.querySelectorAll('.mud-expand-panel:not([data-category])')) {
      panel.dataset.category = panel.querySelector('.mud-expand-panel-text')?.textContent.trim() ?? ''
    }
    if (studio.querySelector('.mud-table, .x6-graph')) document.getElementById('designer-loading')?.remove()
  }

  // Dates as they are written here, whatever language the browser speaks.
  localStorage.setItem('BlazorCulture', 'en-GB')
  document.addEventListener('DOMContentLoaded', () => window.Blazor?.start({ applicationCulture: 'en-GB' }))

  const bar = document.querySelector('.designer-bar')
  const fit = () => studio.style.setProperty('--mud-appbar-height', `${studio.getBoundingClientRect().top}px`)
  new MutationObserver(narrow).observe(document.body, { childList: true, subtree: true })
  new ResizeObserver(fit).observe(bar)
  new MutationObserver(fit).observe(document.querySelector('main'), { childList: true })
  new MutationObserver(fit).observe(told, { attributes: true })
})()
