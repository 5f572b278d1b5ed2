import type { Action } from '../../../declare/action';
import { createInboundOrder } from './create';
import { deleteInboundOrder, setInboundStatus, updateLineLot } from './change';
import { addDeliveries } from './deliveries';
import { getDeliveryDocument, listInboundDeliveries } from './delivery-actions';
import { getInboundOrder, listInboundOrders, listWarehouses } from './list';
import { sendInventory } from './send-inventory';

export const inboundActions: readonly Action[] = [
	sendInventory,
	createInboundOrder,
	addDeliveries,
	getDeliveryDocument,
	listInboundDeliveries,
	setInboundStatus,
	getInboundOrder,
	listInboundOrders,
	deleteInboundOrder,
	updateLineLot,
	listWarehouses,
];
