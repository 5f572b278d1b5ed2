import { createDelivery } from '../../shared/carriers/cyke/actions/create';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { deliveryV2 } from '../../shared/carriers/cyke/documented';
import { perform } from '../../shared/run/perform';
import { accessOf, partsOf } from './samples';
import { response, scriptedPorts } from './scripted-ports';

test('a value that was read differently from how it was written is reported on the item', async () => {
	const ports = scriptedPorts((request) =>
		request.method === 'POST'
			? response(201, { ...deliveryV2, client_order_reference: '5302' })
			: request.url.includes('package_types')
				? response(200, [{ id: 3, type: 'Box' }])
				: response(200, []),
	);
	const [sample] = createDelivery.samples;
	const values = {
		...sample?.input,
		packages: [{ package_type: 'Box', amount: 1 }],
		client_order_reference: '5302.0',
	};
	const booked = await perform({ carrier: cyke, action: createDelivery, access: accessOf(cyke), values }, ports);
	expect(booked).toMatchObject({
		ok: true,
		value: [
			{
				outcome: 'created',
				warnings: ['The reference "5302.0" is read as 5302: a spreadsheet adds ".0" or ",0" to numbers.'],
			},
		],
	});
	const post = ports.sent.map(partsOf).find(({ method }) => method === 'POST');
	expect(post?.body).toMatchObject({ client_order_reference: '5302' });
});
