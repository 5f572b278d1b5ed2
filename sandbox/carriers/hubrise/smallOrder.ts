/** What a till sends when somebody orders lunch. */
export function smallOrder() {
	return {
		status: 'new',
		ref: 'WEB-1001',
		service_type: 'delivery',
		items: [{ product_name: 'Croque-monsieur', price: '9.50 EUR', quantity: '2' }],
		charges: [{ name: 'Delivery', amount: '3.00 EUR' }],
		customer: {
			first_name: 'Camille',
			last_name: 'Roux',
			phone: '+33670707070',
			address_1: '1 place du Palais Royal',
			postal_code: '75001',
			city: 'Paris',
			country: 'FR',
			delivery_notes: 'Deuxième étage',
		},
	};
}
