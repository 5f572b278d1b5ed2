import type { HubriseOrder, HubriseWriter } from './backoffice.types';
import { customerFields } from './customer-body';
import { reachableLists } from './customer-lists';
import { validationFailed } from './api-error';
import type { NewOrderInput } from './order-body';
import type { HubriseState } from './state';

/** For a known customer, the data at the moment of the order. For a guest, the data in the order. */
export function orderCustomer(
	state: HubriseState,
	writer: HubriseWriter,
	input: NewOrderInput,
): HubriseOrder['customer'] {
	const { customer_id, customer_list_id, customer_private_ref } = input;
	if (customer_id == null && customer_list_id == null) {
		const guest = { id: null, customer_list_id: null, anonymised: false, privateRefs: {}, custom_fields: {} };
		return { ...guest, ...customerFields(input.customer ?? {}) };
	}
	const lists = reachableLists(state, writer).map(({ id }) => id);
	const known = state.customers
		.all()
		.filter(({ list }) => lists.includes(list))
		.find((customer) =>
			customer_id != null
				? customer.id === customer_id
				: customer.list === customer_list_id && customer.privateRefs[writer.client] === customer_private_ref,
		);
	if (known === undefined) {
		const field = customer_id != null ? 'customer_id' : 'customer_private_ref';
		throw validationFailed([{ field, message: 'does not exist' }]);
	}
	const { id, seq, list, createdAt, ...rest } = known;
	return { ...rest, id, customer_list_id: list };
}
