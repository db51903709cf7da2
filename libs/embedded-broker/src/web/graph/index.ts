export { connectionOf, type Connection } from './connection.ts';
export { connectionTable } from './connection-table.ts';
export { drawing } from './drawing.ts';
export { layoutOf } from './layout.ts';
export { legend } from './legend.ts';
export { namesAround, namesByWeight, partOf, type Neighbourhood } from './neighbourhood.ts';
export { neighbourhoodGraph } from './neighbourhood-graph.ts';
