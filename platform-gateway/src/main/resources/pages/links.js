// The secret of a mailed link stands behind the #, which browsers send to nobody. It is used up by this POST, not by
// whoever fetches the page to look at it.
'use strict';

const form = document.getElementById('link-form');
const status = document.getElementById('link-status');
const token = location.hash.slice(1);
history.replaceState(null, '', location.pathname);

if (!token) {
  form.hidden = true;
  status.textContent = 'This address lacks its secret: open the whole link from the mail.';
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  const body = { token };
  if (form.elements.password) body.password = form.elements.password.value;
  const answer = await fetch(form.dataset.address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  }).catch(() => null);
  if (answer && answer.ok) {
    form.hidden = true;
    status.textContent = form.dataset.done;
  } else {
    const problem = answer ? await answer.json().catch(() => ({})) : {};
    status.textContent = `That did not work: ${problem.detail || 'no connection; try again'}`;
    status.classList.add('failed');
  }
});
