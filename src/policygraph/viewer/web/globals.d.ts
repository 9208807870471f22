// The part of vis-network that the page uses; engine.js runs the library itself.

interface VisEvent {
  nodes: number[];
  pointer: { DOM: { x: number; y: number } };
  event?: Event;
}

interface VisNetwork {
  on(name: "dragging" | "dragEnd" | "dragStart", handler: (event: VisEvent) => void): void;
  on(name: "hoverNode" | "blurNode", handler: (event: { node: number }) => void): void;
  on(name: "afterDrawing" | "beforeDrawing", handler: (context: CanvasRenderingContext2D) => void): void;
  setData(data: { nodes: object[]; edges: object[] }): void;
  setOptions(options: object): void;
  moveTo(options: { position?: { x: number; y: number }; scale?: number; animation?: boolean }): void;
  getNodeAt(place: { x: number; y: number }): number | undefined;
  getScale(): number;
  getViewPosition(): { x: number; y: number };
  getPositions(ids: number[]): Record<number, { x: number; y: number }>;
  redraw(): void;
}

interface Vis {
  Network: new (container: HTMLElement, data: { nodes: object[]; edges: object[] }, options: object) => VisNetwork;
}

declare const vis: Vis;
