import { PrestaShop } from '../../templates/prestashop-shop';
import { openShop, type OpenShop } from './open-shop';

const KEY = 'PRESTASANDBOXKEY';

export interface OpenPrestaShop extends OpenShop {
	shop: PrestaShop;
	/** What a person types into n8n's credential of the type `httpBasicAuth`: the key is the user. */
	credential: Readonly<Record<string, unknown>>;
}

/** The webservice of a shop behind an address of its own. */
export async function openPrestaShop(): Promise<OpenPrestaShop> {
	const shop = new PrestaShop();
	const authorization = `Basic ${Buffer.from(`${KEY}:`).toString('base64')}`;
	const open = await openShop(
		(headers) => headers.authorization === authorization,
		(method, { pathname, searchParams }, body) => shop.request(method, pathname, searchParams, body),
	);
	return { ...open, shop, credential: { user: KEY, password: '' } };
}
