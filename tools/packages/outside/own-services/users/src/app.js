const express = require('express');

const app = express();
const users = new Map([['1', { id: 1, name: 'Sally' }]]);

app.get('/users/:id', (request, response) => {
  const user = users.get(request.params.id);
  if (user) response.json(user);
  else response.status(404).json({ error: 'no such user' });
});

module.exports = { app };
