// Every operation of the joined contract, to be tried with the token of this tab. No framework: it must work offline.
'use strict';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];
let contract;

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function resolved(node) {
  if (!node || !node.$ref) return node;
  return node.$ref.slice(2).split('/').reduce((at, key) => at && at[key.replaceAll('~1', '/')], contract);
}

/** A value of the shape that a schema describes, to begin with. */
function example(schema, depth = 0) {
  const shape = resolved(schema);
  if (!shape || depth > 6) return null;
  if (shape.example !== undefined) return shape.example;
  if (shape.examples && shape.examples.length) return shape.examples[0];
  if (shape.default !== undefined) return shape.default;
  if (shape.enum) return shape.enum[0];
  const parts = shape.allOf || shape.oneOf || shape.anyOf;
  if (parts) return example(parts.find(part => part.type !== 'null') || parts[0], depth + 1);
  const type = Array.isArray(shape.type) ? shape.type.find(one => one !== 'null') : shape.type;
  if (type === 'array') return [example(shape.items, depth + 1)];
  if (type === 'object' || shape.properties) {
    return Object.fromEntries(
      Object.entries(shape.properties || {}).map(([name, part]) => [name, example(part, depth + 1)]));
  }
  if (type === 'integer' || type === 'number') return shape.minimum || 0;
  if (type === 'boolean') return false;
  return { uuid: '00000000-0000-7000-8000-000000000000', date: '2027-10-30', 'date-time': '2027-10-30T18:00:00Z' }[
    shape.format] || '';
}

function parameters(path, operation) {
  return [...(contract.paths[path].parameters || []), ...(operation.parameters || [])].map(resolved);
}

function bodyOf(operation) {
  const content = resolved(operation.requestBody)?.content;
  return content ? Object.entries(content)[0] : null;
}

function fields(path, operation) {
  const rows = parameters(path, operation).map(parameter => element('label', {},
    `${parameter.name} (${parameter.in}${parameter.required ? '' : ', optional'})`,
    element('input', { name: `${parameter.in}:${parameter.name}`, autocomplete: 'off' })));
  const body = bodyOf(operation);
  if (body) {
    const [type, media] = body;
    const text = type.includes('json') ? JSON.stringify(example(media.schema), null, 2) : '';
    rows.push(element('label', {}, `body (${type})`, element('textarea', { name: 'body', value: text })));
  }
  return rows;
}

async function send(method, path, operation, form) {
  let address = path;
  const query = new URLSearchParams();
  const headers = {};
  for (const parameter of parameters(path, operation)) {
    const value = form.elements[`${parameter.in}:${parameter.name}`].value;
    if (parameter.in === 'path') address = address.replace(`{${parameter.name}}`, encodeURIComponent(value));
    else if (value && parameter.in === 'query') query.append(parameter.name, value);
    else if (value && parameter.in === 'header') headers[parameter.name] = value;
  }
  if (session.token) headers.Authorization = `Bearer ${session.token}`;
  const body = bodyOf(operation);
  if (body) headers['Content-Type'] = body[0];
  const started = performance.now();
  const answer = await fetch(address + (query.size ? `?${query}` : ''), {
    method: method.toUpperCase(), headers, body: body ? form.elements.body.value : undefined,
  });
  const millis = Math.round(performance.now() - started);
  const lines = [`${answer.status} ${answer.statusText} · ${millis} ms`];
  for (const [name, value] of answer.headers) lines.push(`${name}: ${value}`);
  const type = answer.headers.get('Content-Type') || '';
  let text = /json|text|csv|calendar|xml/.test(type) ? await answer.text() : `(${type || 'no body'})`;
  if (type.includes('json') && text) text = JSON.stringify(JSON.parse(text), null, 2);
  return `${lines.join('\n')}\n\n${text.slice(0, 200_000)}`;
}

function fill(inside, method, path, operation) {
  const form = element('form', {}, ...fields(path, operation), element('button', {}, 'Send'));
  const answer = element('pre', { hidden: true, tabIndex: 0 });
  form.addEventListener('submit', async event => {
    event.preventDefault();
    answer.hidden = false;
    answer.textContent = '…';
    answer.textContent = await send(method, path, operation, form).catch(failed => `No answer: ${failed.message}`);
  });
  const statuses = Object.entries(operation.responses || {})
    .map(([code, response]) => `${code} ${resolved(response)?.description || ''}`).join(' · ');
  const consistency = operation['x-consistency'];
  inside.append(
    element('p', {}, operation.description || operation.summary || ''),
    element('p', { className: 'label' }, statuses + (consistency ? ` · consistency: ${consistency}` : '')),
    form, answer);
}

function entry(method, path, operation) {
  const inside = element('div');
  const details = element('details', {},
    element('summary', {}, element('b', {}, method.toUpperCase()), ` ${path} `,
      element('span', { className: 'label' }, operation.summary || '')), inside);
  details.dataset.words = `${method} ${path} ${operation.summary || ''} ${operation.operationId || ''}`.toLowerCase();
  details.addEventListener('toggle', () => { if (details.open && !inside.hasChildNodes()) fill(inside, method, path, operation); });
  return details;
}

function show() {
  const groups = new Map();
  for (const [path, item] of Object.entries(contract.paths).sort()) {
    for (const method of METHODS.filter(one => item[one])) {
      const group = (item[method].tags || ['other'])[0];
      if (!groups.has(group)) groups.set(group, []);
      groups.get(group).push(entry(method, path, item[method]));
    }
  }
  document.getElementById('operations').append(
    ...[...groups].map(([name, entries]) => element('section', {}, element('h2', {}, name), ...entries)));
  const count = [...groups.values()].reduce((sum, entries) => sum + entries.length, 0);
  document.getElementById('explorer-status').textContent = `${count} operations`;
}

document.getElementById('find').addEventListener('input', event => {
  const words = event.target.value.toLowerCase().split(/\s+/);
  for (const details of document.querySelectorAll('details')) {
    details.hidden = !words.every(word => details.dataset.words.includes(word));
  }
  for (const section of document.querySelectorAll('main section')) {
    section.hidden = ![...section.querySelectorAll('details')].some(details => !details.hidden);
  }
});

document.getElementById('who').append(
  session.token ? `Signed in as ${session.email}. ` : 'Not signed in. ', element('a', { href: '/' }, 'Front page'));

fetch('/openapi')
  .then(answer => answer.json())
  .then(read => { contract = read; show(); })
  .catch(failed => { document.getElementById('explorer-status').textContent = `The contract cannot be read: ${failed.message}`; });
