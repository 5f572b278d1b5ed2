import { assertServed, drivingMetres, drivingTime, kilometres, priceFor } from './geography';
import { assertNoBody, shopRoute } from './guard';
import { Refusal } from './refusal';

const DECIMAL = /^-?\d{1,3}(\.\d+)?$/;
const MINUTE = 60_000;

/** DI10 */
export const requestPrice = shopRoute({
	name: 'request.price',
	method: 'GET',
	path: '/api/v1/request/price',
	effect: 'read',
	refusal: 'error',
	query: ['longitude', 'latitude'],
	handle(call) {
		assertNoBody(call);
		const { searchParams } = call.visit.url;
		const latitude = searchParams.get('latitude') ?? '';
		const longitude = searchParams.get('longitude') ?? '';
		// The same words for both: a missing longitude asks for the latitude, too.
		if (latitude === '' || longitude === '') throw new Refusal(400, 'Please send me the latitude');
		for (const [name, value] of [...searchParams]) {
			if (!DECIMAL.test(value)) throw new Refusal(400, `Parameter '${name}' must be a decimal number`);
		}
		const position = { latitude: Number(latitude), longitude: Number(longitude) };
		assertServed(position, call.state.settings);
		const metres = drivingMetres(call.account, position);
		return Response.json({
			error: false,
			distance_in_km: kilometres(metres),
			estimated_delivery_time_in_minutes: drivingTime(metres) / MINUTE,
			price_ex_vat: priceFor(metres),
		});
	},
});
