/** A demand that an app does not meet, on purpose. */
export interface Exception {
	rule: string;
	/** Of the app's folder. */
	app: string;
	/** Where the finding stands, or what it ends with. */
	where: RegExp;
	reason: string;
}

export const exceptions: readonly Exception[] = [
	{
		rule: 'D017',
		app: 'all',
		where: /^triggers\.\w+_webhook_event$/,
		reason:
			'The app of all carriers is private: it can never be published, having several brands. A private app may have a trigger whose address a person pastes, and Cyke and Cubyn have no call that would subscribe. Single-carrier apps, which a carrier could publish, poll.',
	},
	{
		rule: 'D026',
		app: 'all',
		where: /^authentication\.\w+_base_url$/,
		reason:
			'Carriers run on several addresses, the sandbox among them. The core sends credentials over https (or to this very machine) and to no other host than the one given.',
	},
	{
		rule: 'D026',
		app: 'cyke',
		where: /^authentication\.base_url$/,
		reason: 'As in the app of all carriers: other companies run Cyke on addresses of their own.',
	},
	{ rule: 'D026', app: 'cubyn', where: /^authentication\.base_url$/, reason: 'As in the app of all carriers: the sandbox, or a proxy of the shop.' },
	{
		rule: 'D001',
		app: 'all',
		where: /^creates\.cubyn_update_account\.password$/,
		reason: "Not a credential of the connection: a new password for a person's sign-in, which is one of the things this call of the carrier changes. It is masked in whatever comes back.",
	},
	{ rule: 'D001', app: 'cubyn', where: /^creates\.update_account\.password$/, reason: 'As in the app of all carriers: a new password is set here, none is signed in with.' },
	{ rule: 'D026', app: 'deliverit', where: /^authentication\.base_url$/, reason: 'As in the app of all carriers: the sandbox, or a proxy of the shop.' },
	...['all', 'cubyn'].map((app) => ({
		rule: 'D004',
		app,
		where: /find_document_inbound_delivery\.id$/,
		reason: 'Deliveries hang on an inbound order, of which a drop-down here knows nothing; the step that lists or adds them gives the ID.',
	})),
	...['all', 'hubrise'].flatMap((app) => [
		{
			rule: 'D004',
			app,
			where: /_delivery_quote\.quote_id$/,
			reason: 'Quotes hang on the order above, of which a drop-down here knows nothing; the step that lists them gives the ID.',
		},
		{ rule: 'D004', app, where: /find_orders\.customer_id$/, reason: 'HubRise lists customers to apps that may read its customer lists, which this one does not ask for.' },
		{ rule: 'D004', app, where: /update_order\.removed\.removed_entry_id$/, reason: 'An entry of the very order that is changed: the step that read the order gives it.' },
	]),
];
