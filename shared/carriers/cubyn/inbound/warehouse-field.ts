import { text } from '../../../declare/field';

export const warehouseField = () =>
	text({
		label: 'Warehouse',
		choices: 'warehouses',
		placeholder: '3628042',
		help: 'Where the goods go. Left empty, it is the warehouse of the Home Country of the connection.',
		common: true,
	});
