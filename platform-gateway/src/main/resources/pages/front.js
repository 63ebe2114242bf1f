'use strict';

const form = document.getElementById('sign-in-form');
const status = document.getElementById('sign-in-status');

function say(text, failed = false) {
  status.textContent = text;
  status.classList.toggle('failed', failed);
}

function show() {
  const token = session.token;
  form.hidden = !!token;
  document.getElementById('signed-in').hidden = !token;
  if (!token) return;
  say(`Signed in as ${session.email}.`);
  document.getElementById('token').textContent = token;
  document.getElementById('example').textContent =
    `curl -H "Authorization: Bearer ${token}" ${location.origin}/api/v1/me`;
}

form.addEventListener('submit', async event => {
  event.preventDefault();
  say('One moment …');
  try {
    await session.signIn(form.elements.email.value, form.elements.password.value);
    form.elements.password.value = '';
    show();
  } catch (refused) {
    say(`Not signed in: ${refused.message}`, true);
  }
});

document.getElementById('sign-out').addEventListener('click', async () => {
  await session.signOut().catch(() => {});
  say('Signed out.');
  show();
});

for (const person of document.querySelectorAll('button.person')) {
  person.addEventListener('click', async () => {
    await session.signOut().catch(() => {});
    form.elements.email.value = person.dataset.email;
    form.elements.password.value = person.dataset.password;
    form.requestSubmit();
    form.scrollIntoView({ block: 'center' });
  });
}

show();
