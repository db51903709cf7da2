/** The text of a user's badge, for the printer at the door. */
export async function badgeOf(baseUrl, id) {
  const response = await fetch(`${baseUrl}/user/${id}`, {
    headers: {
      Accept: 'application/json',
      Authorization: `Bearer ${process.env.BADGE_TOKEN ?? 'a-valid-token'}`,
    },
  });
  if (!response.ok) throw new Error(`The User Service answers ${response.status}.`);
  const { firstName, lastName } = await response.json();
  return `${firstName} ${lastName}`;
}
