// The token lives in this tab: it is gone when the tab is, and no other site's page can read it.
'use strict';

const session = {
  get token() { return sessionStorage.getItem('callboard.token'); },
  get email() { return sessionStorage.getItem('callboard.email'); },

  async signIn(email, password) {
    const answer = await fetch('/api/v1/sessions', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(body.detail || `the answer was ${answer.status}`);
    sessionStorage.setItem('callboard.token', body.accessToken);
    sessionStorage.setItem('callboard.email', email);
  },

  async signOut() {
    const token = this.token;
    sessionStorage.removeItem('callboard.token');
    sessionStorage.removeItem('callboard.email');
    if (token) {
      await fetch('/api/v1/sessions/current', { method: 'DELETE', headers: { Authorization: `Bearer ${token}` } });
    }
  },
};
