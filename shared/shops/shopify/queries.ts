/** The data to read before an order is fulfilled: its open fulfilment orders, its fulfilments and their events. */
const orderFields = `
		id
		name
		cancelledAt
		displayFinancialStatus
		fulfillmentOrders(first: 20) { nodes { id status } }
		fulfillments(first: 20) { id trackingInfo { number url } events(first: 20) { nodes { status } } }
		metafield(namespace: "waybill", key: "delivery") { value }`;

export const orderQuery = `query OrderForDelivery($id: ID!) {
	order(id: $id) {${orderFields}
	}
}`;

/** By the name that people in the shop use, such as #1042. */
export const orderByNameQuery = `query OrderByName($name: String!) {
	orders(first: 2, query: $name) { nodes {${orderFields}
	} }
}`;
export const fulfilMutation = `mutation Fulfil($fulfillment: FulfillmentInput!) {
	fulfillmentCreate(fulfillment: $fulfillment) {
		fulfillment { id status trackingInfo { number url } }
		userErrors { field message }
	}
}`;

export const eventMutation = `mutation Event($fulfillmentEvent: FulfillmentEventInput!) {
	fulfillmentEventCreate(fulfillmentEvent: $fulfillmentEvent) {
		fulfillmentEvent { id status }
		userErrors { field message }
	}
}`;

/** A tag that lists show, and the sentence behind it. The order's note is the customer's own and stays untouched. */
export const noteMutation = `mutation Note($id: ID!, $tags: [String!]!, $metafields: [MetafieldsSetInput!]!) {
	tagsAdd(id: $id, tags: $tags) { userErrors { field message } }
	metafieldsSet(metafields: $metafields) { userErrors { field message } }
}`;
