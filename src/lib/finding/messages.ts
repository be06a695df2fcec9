import type { View } from './preferences.ts';

export const LIST = 'List';
export const VIEW = 'View';
export const VIEW_NAMES: Record<View, string> = { board: 'Board', list: 'List' };

export const ALL_TYPES = 'All';
export const ORDER_TYPE = 'Order type';
export const FILTERS = 'Filters';
export const MORE_FILTERS = 'More filters';
export const OVERDUE = 'Overdue';
export const THIS_WEEK = 'This week';
export const RED = 'Red';
export const MOVED_TODAY = 'Moved today';
