const page = document.documentElement;
page.classList.add('js');
addEventListener('DOMContentLoaded', () => {
  const $ = (selector, within = document) => within.querySelector(selector);
  const $$ = (selector, within = document) => [...within.querySelectorAll(selector)];
  const byId = id => document.getElementById(id);
  const mark = (elements, test, style = 'chosen') => elements.forEach(each => each.classList.toggle(style, !!test(each)));
  const SHOWN = 20000;

  // Texts are set as text, so that no name of the user's becomes markup.
  function el(name, properties, ...children) {
    const element = Object.assign(document.createElement(name), properties);
    element.append(...children.flat().filter(Boolean));
    return element;
  }
  const bdi = text => el('bdi', {}, text);
  const word = ([style, sign, name]) => el('span', { className: 'word ' + style }, el('i', { ariaHidden: 'true' }, sign), ' ' + name);

  function cached(make) {
    const known = new Map();
    return key => known.get(key) ?? known.set(key, make(key)).get(key);
  }
  const read = cached(id => JSON.parse(byId(id).textContent));
  const { runs, traces, machines, words } = read('report');
  const visitsOf = run => read('run-' + run);
  const payload = number => byId('data-' + number).textContent;

  const spansOf = cached(trace => {
    const all = new Map();
    const add = (span, parent) => {
      all.set(span.id, { span, parent });
      span.subsegments?.forEach(inner => add(inner, span.id));
    };
    read('trace-' + trace).forEach(segment => add(segment, segment.parent_id));
    return all;
  });

  const view = { run: null, trace: -1 };
  const picks = new Map();
  const gravity = status => Object.keys(words).indexOf(status);
  const graver = (a, b) => gravity(a) > gravity(b) ? a : b;

  // What is not shown stays text: a page of ten thousand rows would take seconds to be laid out.
  function fill(part) {
    for (const text of $$('noscript', part)) {
      if (!text.closest('details:not([open])')) text.outerHTML = text.textContent;
    }
  }

  // JSON.parse would not give all numbers back as they were written.
  function indent(json) {
    if (!/^\s*[[{]/.test(json)) return json;
    let depth = 0;
    const line = () => '\n' + '  '.repeat(depth);
    return json.replace(/"(?:[^"\\]|\\.)*"|[[{]\s*[\]}]|[[\]{},:]|\s+/g, token => {
      if (/^\s/.test(token)) return '';
      if (token === '{' || token === '[') return depth++, token + line();
      if (token === '}' || token === ']') return depth--, line() + token;
      return token === ',' ? token + line() : token === ':' ? ': ' : token;
    });
  }

  // A text that can be copied, cut where it is long.
  function box(title, text) {
    const isCut = text.length > SHOWN;
    const pre = el('pre', { tabIndex: 0, dir: 'auto' }, isCut ? text.slice(0, SHOWN) + '…' : indent(text));
    const copy = el('button', {}, 'Copy');
    copy.onclick = () => {
      // The old way: a page from a file may not use the new one everywhere, and the chosen text leaves one key to press.
      pre.textContent = text;
      getSelection().selectAllChildren(pre);
      copy.textContent = document.execCommand('copy') ? 'Copied' : 'Selected';
    };
    const all = isCut && el('button', { className: 'all' }, `Show all (${Math.ceil(text.length / 1024)} KiB)`);
    if (all) all.onclick = () => { pre.textContent = indent(text); all.remove(); };
    return el('div', { className: 'data' }, el('div', {}, el('span', {}, title), all, copy), pre);
  }
  const boxOf = (title, number) => number >= 0 && box(title, payload(number));

  function facts(pairs) {
    return el('dl', { className: 'facts' }, pairs.filter(([, value]) => (value ?? '') !== '').flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, bdi(value + ''))]));
  }

  // All that is chosen goes through the hash, so that links and the back button lead to the same places.
  function go(parameters) {
    const before = location.hash;
    location.hash = new URLSearchParams(parameters);
    if (location.hash === before) apply();
  }
  const goSpan = span => go({ trace: traces[view.trace].id, span });

  function goState(run, state) {
    const path = mapsAround(run, state).map(map => picks.get(map) ?? '*').join('.');
    go({ run: runs[run].key, ...state && { state }, .../\d/.test(path) && { iteration: path } });
  }

  // The Map states that a state is in, outermost first, and itself if it is one.
  function mapsAround(run, state) {
    const visits = visitsOf(run);
    const maps = [];
    for (let visit = visits.find(each => each.state === state); visit; visit = visits[visit.outer]) {
      if (visit.type === 'Map') maps.unshift(visit.state);
    }
    return maps;
  }

  function isPicked(visits, visit) {
    if (visit.superseded) return false;
    for (; visit.outer !== undefined; visit = visits[visit.outer]) {
      const pick = picks.get(visits[visit.outer].state) ?? '*';
      if (pick !== '*' && pick !== visit.iteration + '') return false;
    }
    return true;
  }

  function apply() {
    const hash = new URLSearchParams(location.hash.slice(1));
    const trace = traces.findIndex(each => each.id === hash.get('trace'));
    const run = runs.findIndex(each => each.key === hash.get('run'));
    if (trace >= 0) {
      show(runs[view.run]?.trace === trace ? view.run : runs.findIndex(each => each.trace === trace), trace);
      select(hash.get('span'));
    } else if (run >= 0) {
      // A link may be that of another report.
      const name = hash.get('state');
      const state = Object.hasOwn(machines[runs[run].machine].states, name) ? name : null;
      const path = (hash.get('iteration') ?? '').split('.');
      show(run, runs[run].trace ?? -1);
      mapsAround(run, state).forEach((map, i) => picks.set(map, path[i] || '*'));
      if (!visitsOf(run).some(each => each.state === state && isPicked(visitsOf(run), each))) picks.clear();
      select(null, state);
    } else if (view.run === null) {
      const first = $('tr:has(td.failed)') ?? $('tr[data-parent="-1"]:has(.fault)') ?? $('tr[data-run]');
      show(+(first?.dataset.run ?? -1), +(first?.dataset.trace ?? traces.length - 1));
      select();
    }
  }

  function show(run, trace) {
    if (run === view.run && trace === view.trace) return;
    if (run !== view.run) picks.clear();
    Object.assign(view, { run, trace });
    mark($$('.trace'), each => +each.dataset.trace === trace);
    mark($$('.run, tr[data-run]'), each => +each.dataset.run === run);
    mark($$('.machine'), each => +each.dataset.machine === runs[run]?.machine);
    $$('.chosen:is(.trace, .run)').forEach(fill);
    for (let each = runs[run]?.parent; each !== undefined; each = runs[each].parent) {
      $('.fold', runRows[each]).ariaExpanded = 'true';
    }
    filter();
    if (runRows[run]) runRows[run].closest('.tall').scrollTop = runRows[run].offsetTop - 120;
    byId('no-trace').hidden = trace >= 0;
    byId('no-run').hidden = run >= 0;
  }

  // A span with the visit that it belongs to, or a state with the span of its visit.
  function select(span, state, visit) {
    if (span) {
      for (let id = span; id && visit === undefined; id = spansOf(view.trace).get(id)?.parent) {
        runs.forEach((each, run) => {
          const found = each.trace === view.trace ? visitsOf(run).findIndex(other => other.span === id) : -1;
          if (found >= 0) {
            if (run !== view.run) show(run, view.trace);
            visit = found;
          }
        });
      }
    } else if (state) {
      const visits = visitsOf(view.run);
      const found = visits.findLastIndex(each => each.state === state && isPicked(visits, each));
      const inner = found < 0 && innerRuns(view.run).find(each => visitsOf(each).some(other => other.state === state));
      if (inner) return goState(inner, state);
      if (found >= 0) visit = found;
    }
    const data = visit === undefined ? null : visitsOf(view.run)[visit];
    for (let each = data; each?.outer !== undefined; each = visitsOf(view.run)[each.outer]) {
      const map = visitsOf(view.run)[each.outer].state;
      if (/\d/.test(picks.get(map))) picks.set(map, each.iteration + '');
    }
    Object.assign(view, { visit, state: data?.state ?? state, span: span ?? data?.span });
    mark($$('.row[data-span]'), row => row.dataset.span === view.span);
    mark($$('.run.chosen tr[data-visit]'), row => +row.dataset.visit === visit);
    const row = $('.trace.chosen .row.chosen');
    if (row) moveTo(row, 'nearest');
    drawGraph();
    drawInspector();
  }

  // The executions of its map runs.
  const innerRuns = outer => runs.flatMap((each, run) => each.parent === outer && each.map ? [run, ...innerRuns(run)] : []);

  function drawGraph() {
    const machine = $('.machine.chosen');
    byId('iterations').replaceChildren();
    if (!machine) return;
    const states = new Map();
    const taken = new Map();
    const take = (from, to, isCaught) => {
      const key = [from, to, isCaught].join('|');
      taken.set(key, (taken.get(key) ?? 0) + 1);
    };
    const maps = new Map();
    const { map, status } = runs[view.run];
    if (map) states.set(map, { status });
    for (const visits of [view.run, ...innerRuns(view.run)].map(visitsOf)) {
      const passed = new Set(visits.map(visit => visit.previous));
      visits.forEach((visit, number) => {
        const outer = visits[visit.outer];
        if (visit.iteration !== undefined && !visit.superseded && isPicked(visits, outer)) {
          const iterations = maps.get(outer.state) ?? maps.set(outer.state, new Map()).get(outer.state);
          iterations.set(visit.iteration, graver(iterations.get(visit.iteration), visit.status));
        }
        if (!isPicked(visits, visit)) return;
        const { status, count = 0 } = states.get(visit.state) ?? {};
        states.set(visit.state, { status: graver(status, visit.status), count: count + 1, note: count ? count + 1 + '×' : visit.note });
        const previous = visits[visit.previous];
        take(previous?.state, visit.state, previous?.status === 'CaughtError');
        if (!passed.has(number) && (visit.left || visit.type === 'Fail')) take(visit.state, '', false);
      });
    }
    const setText = (selector, group, text) => {
      const part = $(selector, group);
      if (part) part.textContent = text;
    };
    const setStatus = ({ classList }, style) => { classList.value = classList.value.replace(/is-\S+/, 'is-' + style); };
    for (const group of $$('g[data-state]', machine)) {
      const { status = 'NotVisited', note = '' } = states.get(group.dataset.state) ?? {};
      setStatus(group, status.replace(/\B[A-Z]/g, '-$&').toLowerCase());
      group.classList.toggle('picked', group.dataset.state === view.state);
      group.tabIndex = 0;
      group.setAttribute('role', 'button');
      setText(':scope > .visits > tspan', group, note);
      setText(':scope > title', group, `${group.dataset.state}: ${words[status][2]} ${note}`);
    }
    for (const group of $$('g[data-from], g[data-to]', machine)) {
      const { from, to } = group.dataset;
      const count = taken.get([from, to, group.matches('.catch')].join('|'));
      setStatus(group, count ? 'taken' : 'not-taken');
      setText('.times', group, count > 1 ? count + '×' : '');
    }
    for (const [map, iterations] of maps) {
      const options = [...iterations].sort((a, b) => gravity(b[1]) - gravity(a[1]) || a[0] - b[0])
        .map(([value, status]) => el('option', { value }, `${words[status][1]} #${value} ${words[status][2]}`));
      const picker = el('select', {}, el('option', { value: '*' }, `All ${iterations.size} iterations`), options);
      picker.value = picks.get(map) ?? '*';
      picker.onchange = () => {
        picks.set(map, picker.value);
        goState(view.run, map);
      };
      byId('iterations').append(el('label', {}, bdi(map), ' ', picker));
    }
  }

  function drawInspector() {
    const inspector = byId('chosen');
    const visit = view.run >= 0 && visitsOf(view.run)[view.visit];
    const span = view.trace >= 0 && view.span && spansOf(view.trace).get(view.span)?.span;
    const title = view.state ?? span?.name;
    byId('nothing').hidden = title;
    if (!title) return inspector.replaceChildren();
    const tabs = [
      ['Input & output', visit && (() => visit.steps.map(([step, number]) => boxOf(step, number)))],
      ['Details', (visit || span) && (() => details(visit, span))],
      ['Attempts', visit?.attempts?.length && (() => attempts(visit))],
      ['Exceptions', (visit?.error || span?.cause) && (() => exceptions(visit, span))],
      ['Events', visit && (() => events(visit))],
      ['Definition', view.state && (() => definition())],
      ['Raw JSON', (visit || span) && (() => [span && box('Segment document', JSON.stringify(span)), visit && box('Visit', JSON.stringify(visit))])],
    ].filter(tab => tab[1]);
    const current = Math.max(0, tabs.findIndex(tab => tab[0] === view.tab));
    const open = name => {
      view.tab = name;
      drawInspector();
      $('[aria-selected=true]', inspector).focus();
    };
    const list = el('div', { className: 'tabs', role: 'tablist' }, tabs.map(([name], number) =>
      el('button', { role: 'tab', ariaSelected: number === current, onclick: () => open(name) }, name)));
    inspector.replaceChildren(el('h2', {}, bdi(title)), ...visit ? aboutVisit(visit) : [], list,
      el('div', { role: 'tabpanel' }, tabs[current][1]()));
  }

  function aboutVisit(visit) {
    const iteration = visit.iteration === undefined ? '' : ' · iteration ' + visit.iteration;
    return [word(words[visit.status]), el('small', {}, `  ${visit.type} · ${visit.took}${iteration}`)];
  }

  function details(visit, span) {
    const flat = (value, name) => value instanceof Object
      ? Object.entries(value).flatMap(([key, inner]) => flat(inner, name ? name + '.' + key : key)) : [[name, value]];
    return [
      visit && facts([['started after', visit.at]]),
      span && facts(flat({ ...span, subsegments: '', cause: '', start_time: '', end_time: '' })),
    ].flat();
  }

  function attempts(visit) {
    return visit.attempts.flatMap((call, i) => {
      const outcome = call.error ? ['fault', '✕', call.error] : call.answered ? words.Succeeded : words.InProgress;
      return [
        call.waited && el('p', { className: 'pause' }, 'waited ' + call.waited),
        el('section', { className: 'attempt' + (call.error ? ' bad' : '') },
          el('h3', {}, i ? `Retry ${i} ` : 'Initial attempt ', word(outcome)),
          el('p', {}, `${call.took}, started after ${call.at}`), el('code', {}, call.resource ?? ''),
          ['input', 'result', 'cause'].map(part => boxOf(part, call[part]))),
      ];
    });
  }

  function exceptions(visit, span) {
    let cause = span?.cause;
    if (typeof cause === 'string') {
      // It is told where it arose; the spans around refer to it.
      cause = [...spansOf(view.trace).values()].find(other => other.span.cause?.exceptions?.some(each => each.id === cause))?.span.cause;
    }
    return [
      visit?.error && [facts([['Error', visit.error]]), boxOf('cause', visit.cause)],
      ...(cause?.exceptions ?? []).map(({ type, message, stack = [], truncated }) => [
        el('h3', {}, bdi((type ?? 'Error') + (message ? ': ' + message : ''))),
        el('ol', { className: 'frames' },
          stack.map(({ label, path, line }) => el('li', {}, `at ${label}` + (path ? ` (${path}${line ? ':' + line : ''})` : ''))),
          truncated && el('li', {}, truncated + ' more')),
      ]),
    ].flat();
  }

  function events(visit) {
    const all = read('events-' + view.run);
    // Those of a visit lead back to the event that entered it.
    return all.filter(event => {
      let at = event;
      while (at?.[0] > visit.entered) at = all[at[1] - 1];
      return event[4] === visit.state && at?.[0] === visit.entered;
    }).map(([id, , type, at, , error, data]) => {
      const title = `${id}  ${type}${error ? '  ' + error : ''}  +${at}`;
      return boxOf(title, data) || el('p', {}, title);
    });
  }

  function definition() {
    const { definition, states } = machines[runs[view.run].machine];
    return box(view.state, payload(definition).slice(...states[view.state]));
  }

  const rows = () => $$('.trace.chosen .row:not(.head, .filtered)');
  const level = row => +row.ariaLevel;

  // What is under a folded row is hidden. A chunk is told its height, so that it need not be laid out before it is seen.
  function arrange() {
    let closed = Infinity;
    for (const row of rows()) {
      if (level(row) <= closed) closed = row.ariaExpanded === 'false' ? level(row) : Infinity;
      row.classList.toggle('folded', level(row) > closed);
    }
    for (const chunk of $$('.trace.chosen .chunk')) {
      const count = $$('.row:not(.folded, .filtered)', chunk).length;
      // Chunks without height would all be in sight, and all be laid out when they get their rows back.
      chunk.hidden = !count;
      chunk.style.setProperty('--rows', count);
    }
    // The row that Tab leads to is one that can be seen.
    if (rows()[0] && !$('.chosen .row[tabindex="0"]:not(.folded, .filtered)')) setCurrent(rows()[0]);
  }


  function fold(row) {
    row.ariaExpanded = row.ariaExpanded !== 'true';
    arrange();
  }

  function foldAll(isOpen) {
    for (const row of rows()) if (row.ariaExpanded && level(row) > 1) row.ariaExpanded = isOpen;
    arrange();
  }

  function parentOf(row) {
    const all = rows();
    return all.slice(0, all.indexOf(row)).findLast(each => level(each) < level(row));
  }

  function reveal(row) {
    if (row.matches('.folded')) {
      for (let parent = parentOf(row); parent; parent = parentOf(parent)) parent.ariaExpanded = 'true';
      arrange();
    }
  }

  function setCurrent(row) {
    $$('.row[tabindex="0"]').forEach(other => { other.tabIndex = -1; });
    row.tabIndex = 0;
  }

  function moveTo(row, block) {
    reveal(row);
    setCurrent(row);
    row.scrollIntoView({ block });
  }

  function focusRow(row) {
    if (!row) return;
    setCurrent(row);
    row.focus();
  }

  let hits = [];
  let hit = -1;

  function find(isMoving) {
    const text = byId('find').value.trim().toLowerCase();
    mark(hits, () => false, 'hit');
    hits = text ? rows().filter(row => row.textContent.toLowerCase().includes(text)) : [];
    mark(hits, () => true, 'hit');
    hit = -1;
    nextHit(isMoving ? 1 : 0);
  }

  function nextHit(step) {
    if (step && hits.length) {
      hit = (Math.max(hit, step < 0 ? 0 : -1) + step + hits.length) % hits.length;
      moveTo(hits[hit], 'center');
    }
    byId('found').textContent = byId('find').value ? `${hit + 1}/${hits.length}` : '';
  }

  function nextError(step) {
    const all = rows();
    const at = all.findIndex(row => row.tabIndex === 0);
    const isBad = row => row.matches('.fault, .error, .throttle');
    const order = [...all.slice(at + 1), ...all.slice(0, at)];
    const next = step > 0 ? order.find(isBad) : order.findLast(isBad);
    if (!next) return;
    view.tab = 'Exceptions';
    open(next);
    reveal(next);
    focusRow(next);
  }

  function onRowKey(event, row) {
    const shown = rows().filter(each => !each.matches('.folded, .filtered'));
    const at = shown.indexOf(row);
    const isOpen = row.ariaExpanded;
    const goal = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    const move = goal !== undefined ? () => focusRow(shown[goal]) : {
      ArrowRight: () => isOpen === 'false' ? fold(row) : isOpen && focusRow(shown[at + 1]),
      ArrowLeft: () => isOpen === 'true' ? fold(row) : focusRow(parentOf(row)),
      Enter: () => open(row),
    }[event.key];
    if (move) {
      event.preventDefault();
      move();
    }
  }
  const open = row => row.dataset.span ? goSpan(row.dataset.span) : fold(row);

  const services = '#service-map :is([data-node], [data-from])';
  const nodesOf = ({ dataset: { node, from, to } }) => node ? [node] : [from, to];

  const runRows = $$('tr[data-run]');

  function filter() {
    const { nodes, status } = view;
    for (const row of runRows) {
      const known = traces[row.dataset.trace]?.nodes;
      const parent = !status && !nodes && runRows[row.dataset.parent];
      row.hidden = status && row.dataset.status !== status || nodes && !nodes.every(node => known?.includes(node))
        || parent && (parent.hidden || $('.fold', parent).ariaExpanded === 'false');
    }
    // The client, and services that send nothing themselves, have no rows.
    const all = $$('.trace.chosen .row');
    const isNarrow = all.some(row => nodes?.includes(row.dataset.node));
    let isOut = false;
    mark(all, row => {
      if (row.dataset.node) isOut = isNarrow && !nodes.includes(row.dataset.node);
      return isOut;
    }, 'filtered');
    arrange();
    find(false);
    mark($$(services), group => nodesOf(group).join() === nodes?.join(), 'picked');
    byId('service-filter').replaceChildren(nodes
      ? el('button', { ariaPressed: 'true', onclick: () => setNodes(null) }, bdi(nodes.map(node => node.replace('|', ' ')).join(' → ')), '  ✕') : '');
  }

  function setNodes(nodes) {
    view.nodes = nodes?.join() === view.nodes?.join() ? null : nodes;
    filter();
  }

  function activate(target) {
    const service = target.closest(services);
    const { state, visit, run } = target.closest('g[data-state], tr[data-visit], tr[data-run]')?.dataset ?? {};
    if (service) setNodes(nodesOf(service));
    else if (state) goState(view.run, state);
    else if (visit) select(null, null, +visit);
    else if (run && !target.closest('a')) goState(+run);
  }

  addEventListener('click', ({ target }) => {
    const row = target.closest('.row:not(.head)');
    const chip = target.closest('[data-filter]');
    const key = target.closest('[data-key]')?.dataset.key;
    if (key) keys[key]();
    else if (row) {
      setCurrent(row);
      if (target.matches('.fold')) fold(row); else open(row);
    } else if (target.matches('tr .fold')) {
      target.ariaExpanded = target.ariaExpanded !== 'true';
      filter();
    } else if (chip) {
      view.status = chip.dataset.filter;
      $$('[data-filter]').forEach(each => { each.ariaPressed = each === chip; });
      filter();
    } else activate(target);
  });

  const keys = {
    '/': () => byId('find').focus(), '?': () => byId('help').showModal(),
    t: () => { page.dataset.theme = getComputedStyle(page).colorScheme === 'dark' ? 'light' : 'dark'; },
    e: () => nextError(1), E: () => nextError(-1), '[': () => foldAll(false), ']': () => foldAll(true),
  };
  byId('find').oninput = () => find(true);

  addEventListener('keydown', event => {
    const { target, key } = event;
    if (key === 'Escape') {
      if (target.id === 'find') {
        target.value = '';
        find(false);
        target.blur();
      } else if (view.nodes) setNodes(null);
    } else if (target.id === 'find' && key === 'Enter') nextHit(event.shiftKey ? -1 : 1);
    else if (target.matches('input, select') || byId('help').open || event.ctrlKey || event.metaKey || event.altKey) return;
    else if (keys[key]) {
      event.preventDefault();
      keys[key]();
    } else if (target.matches('.row')) onRowKey(event, target);
    else if (key === 'Enter' && target.matches('g, tr')) activate(target);
  });
  addEventListener('hashchange', apply);

  // A wide picture scrolls before its text gets too small.
  $$('.picture svg').forEach(svg => { svg.style.minWidth = svg.getAttribute('width') * .7 + 'px'; });
  addEventListener('toggle', ({ target }) => target.closest('.chosen') && fill(target), true);
  $$('tr .fold').forEach(button => { if (button.textContent > 10) button.ariaExpanded = 'false'; });
  apply();
  document.body.dataset.ready = performance.now() | 0;
});
