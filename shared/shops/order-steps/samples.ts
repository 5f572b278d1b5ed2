import type { Item } from '../../declare/facts';
import type { AntiSample, Sample } from '../../declare/sample';
import type { ShopOrderDeclaration } from '../../declare/shop-order';

export const missingOrder: AntiSample = { reason: 'No order', input: {}, mentions: ['Order'] };

const exampleShopOrder = {
	shop: 'woocommerce',
	id: '1042',
	number: '1042',
	reference: 'WC-1042',
	status: 'processing',
	method: 'Bike',
};

export const missingReference: AntiSample = { reason: 'No reference', input: {}, mentions: ['Reference'] };

export const byReferenceSample = ({ sample }: ShopOrderDeclaration, verb: 'get' | 'cancel'): Sample => ({
	title: verb === 'get' ? 'Booked and live' : 'Booked, and not picked up yet',
	...(sample.connection === undefined ? {} : { connection: sample.connection }),
	input: { reference: sample.example.reference ?? null },
	...sample.byReference[verb],
});

export const byReferenceExample = ({ sample }: ShopOrderDeclaration, verb: 'get' | 'cancel'): Item => ({
	...sample.example,
	...(verb === 'cancel' ? sample.byReference.cancelled : {}),
});

export const bookExample = ({ sample }: ShopOrderDeclaration): Item => ({
	...sample.example,
	outcome: 'booked',
	shopOrder: exampleShopOrder,
});

const inputOf = ({ sample }: ShopOrderDeclaration) => ({ ...sample.input, order: sample.order });

const common = ({ sample }: ShopOrderDeclaration) => ({
	title: sample.title,
	...(sample.connection === undefined ? {} : { connection: sample.connection }),
});

export const bookSample = (declaration: ShopOrderDeclaration): Sample => ({
	...common(declaration),
	input: inputOf(declaration),
	request: declaration.sample.request,
	response: declaration.sample.response,
	...(declaration.sample.otherResponses ? { otherResponses: declaration.sample.otherResponses } : {}),
});

export const checkExample = {
	id: 'WC-1042',
	outcome: 'ready',
	summary: 'Order 1042 can be booked.',
	shopOrder: exampleShopOrder,
	contact: { name: 'Nora Petit', phone: '+33611223344' },
	place: { street: '3 rue Oberkampf', postalCode: '75011', city: 'Paris', country: 'FR' },
};

/** Checking reads the price where there is one, and sends nothing else. */
export const checkSample = (declaration: ShopOrderDeclaration): Sample => {
	const { priceCall } = declaration.sample;
	return {
		...common(declaration),
		input: inputOf(declaration),
		...(priceCall
			? { request: priceCall.request, response: priceCall.response, otherResponses: priceCall.otherResponses }
			: { response: { status: 200, body: null } }),
	};
};
