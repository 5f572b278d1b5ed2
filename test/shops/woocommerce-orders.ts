import base from './orders/woocommerce.json';

export const order = (changes: Record<string, unknown> = {}) => ({ ...base, ...changes });
export const shippedBy = (method_id: string, method_title = 'Coursier', meta_data: unknown[] = []) =>
	order({ shipping_lines: [{ id: 1, method_id, method_title, meta_data }] });
export const withMeta = (...pairs: [string, unknown][]) =>
	order({ meta_data: pairs.map(([key, value], id) => ({ id, key, value })) });
