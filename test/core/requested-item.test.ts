import { getDelivery, getLatestDelivery } from '../../shared/carriers/cyke/actions/get';
import { updateDelivery } from '../../shared/carriers/cyke/actions/update';
import { cyke } from '../../shared/carriers/cyke/carrier';
import { cancelInfo } from '../../shared/carriers/deliverit/actions/info-cancel';
import { denyProposal } from '../../shared/carriers/deliverit/actions/answer-proposal';
import { getPrice } from '../../shared/carriers/deliverit/actions/price';
import { notAllowed, unknownNumber } from '../../shared/carriers/deliverit/documented';
import { deliverit } from '../../shared/carriers/deliverit/carrier';
import { getDelivery as getHubRiseDelivery } from '../../shared/carriers/hubrise/actions/get-delivery';
import { hubrise } from '../../shared/carriers/hubrise/carrier';
import type { Action } from '../../shared/declare/action';
import type { Carrier } from '../../shared/declare/carrier';
import type { Json, JsonObject } from '../../shared/json';
import { perform } from '../../shared/run/perform';
import { response, scriptedPorts } from './scripted-ports';
import { accessOf } from './samples';

/** What a user reads when the carrier refuses everything but signing in. */
async function failureOf(
	carrier: Carrier,
	action: Action,
	values: JsonObject,
	status: number,
	body: Json,
): Promise<string> {
	const ports = scriptedPorts(({ url }) =>
		url.endsWith('/login') ? response(201, { login: true, company: 14 }) : response(status, body),
	);
	const result = await perform({ carrier, action, access: accessOf(carrier), values }, ports);
	return result.ok ? 'it did not fail' : `${result.failure.code}: ${result.failure.message}`;
}

describe('an item that is not found is named as on the form', () => {
	test.each<[string, Action, JsonObject, string]>([
		['a number in the path', getDelivery, { id: '4711' }, 'Delivery 4711'],
		['a reference in the query', getLatestDelivery, { client_order_reference: 'WC 1042/é' }, 'Reference WC 1042/é'],
		[
			'a read that a change needs first',
			updateDelivery,
			{ id: 4711, dropoff: { slot_starting_at: '2030-05-21T17:00:00+02:00' } },
			'Delivery 4711',
		],
		['a change', updateDelivery, { id: 4711, comments: '4711' }, 'Delivery 4711'],
	])('%s', async (_, action, values, requested) => {
		expect(await failureOf(cyke, action, values, 404, { error: 'Not found' })).toBe(
			`not_found: Cyke has nothing for ${requested}. The carrier said: Not found`,
		);
	});

	test('nothing was named', async () => {
		expect(await failureOf(cyke, getLatestDelivery, {}, 404, { error: 'Not found' })).toBe(
			'not_found: The carrier said: Not found',
		);
	});

	test('the carrier has already named it', async () => {
		expect(await failureOf(cyke, getDelivery, { id: 4711 }, 404, { error: 'No delivery 4711.' })).toBe(
			'not_found: The carrier said: No delivery 4711.',
		);
		expect(await failureOf(cyke, getDelivery, { id: 4711 }, 404, { error: 'No delivery 47112.' })).toBe(
			'not_found: Cyke has nothing for Delivery 4711. The carrier said: No delivery 47112.',
		);
	});

	test('a number, or a link that leads there by another verb', async () => {
		const deny = async (values: JsonObject) => await failureOf(deliverit, denyProposal, values, 400, notAllowed);
		expect(await deny({ booking: 'F64u3fbxNdaoTyAcOisM' })).toBe(
			'not_found: DeliverIt has nothing for Booking ID F64u3fbxNdaoTyAcOisM. The carrier said: You should not be here',
		);
		const link = 'http://butik.deliverit.dk/api/v1/orderdriver/cancel/14/F64u3fbxNdaoTyAcOisM';
		expect(await deny({ url: link })).toBe(
			`not_found: DeliverIt has nothing for Deny Link ${link}. The carrier said: You should not be here`,
		);
		expect(await failureOf(deliverit, cancelInfo, { order_number: 'NP15eLVptYSvRU0' }, 400, unknownNumber)).toBe(
			"not_found: DeliverIt has nothing for DeliverIt's Order Number NP15eLVptYSvRU0. The carrier said: Order with that number does not exist. Please use correct number",
		);
	});

	test('of every carrier', async () => {
		expect(
			await failureOf(hubrise, getHubRiseDelivery, { order_id: '5dpm9' }, 404, {
				message: 'Not found',
				error_type: 'not_found',
			}),
		).toMatch(/^not_found: HubRise has nothing for Order (ID )?5dpm9\. /);
	});

	test('other failures do not mention it', async () => {
		expect(await failureOf(cyke, getDelivery, { id: 4711 }, 422, { errors: ['No'] })).toBe(
			'refused: The carrier said: No',
		);
		expect(await failureOf(deliverit, getPrice, { latitude: 55, longitude: 10 }, 400, notAllowed)).toBe(
			'not_authorised: The carrier said: You should not be here',
		);
	});
});
