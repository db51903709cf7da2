/** An order, from the Orders service. */
export async function getOrder(baseUrl, id) {
  const response = await fetch(`${baseUrl}/orders/${encodeURIComponent(id)}`);
  if (!response.ok) throw new Error(`No order ${id}: ${response.status}`);
  return await response.json();
}
