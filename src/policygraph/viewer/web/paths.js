// Shortest ways between two things, by the weights of the relations, read in either direction.

/**
 * @typedef {import("./data.js").Thing} Thing
 * @typedef {import("./data.js").Edge} Edge
 * @typedef {import("./data.js").Model} Model
 * @typedef {{ from: Thing, to: Thing, edges: Edge[] }} Hop edges: all relations of least weight between the two
 * @typedef {{ things: Thing[], hops: Hop[], weight: number }} Path
 */

/** Relations shown for one hop: those of least weight, the best evidence first. */
const RELATIONS = 4;

/**
 * Up to `limit` paths without loops, shortest first (Yen's algorithm, 1971).
 * @param {Model} model
 * @param {Thing} from
 * @param {Thing} to
 * @param {number} limit
 * @returns {Path[]}
 */
export function paths(model, from, to, limit) {
  if (from === to) return [];
  const first = shortest(model, from, to, new Set(), new Set());
  if (!first) return [];
  /** @type {Thing[][]} */
  const found = [first];
  /** @type {Map<string, Thing[]>} */
  const candidates = new Map();
  while (found.length < limit) {
    spurs(model, found, to, candidates);
    const best = [...candidates].sort(([a, x], [b, y]) => weigh(x) - weigh(y) || x.length - y.length || (a < b ? -1 : 1))[0];
    if (!best) break;
    candidates.delete(best[0]);
    found.push(best[1]);
  }
  return found.map(path);
}

/**
 * Add to the candidates the ways that leave the last found one at each of its things.
 * @param {Model} model
 * @param {Thing[][]} found
 * @param {Thing} to
 * @param {Map<string, Thing[]>} candidates
 */
function spurs(model, found, to, candidates) {
  const last = /** @type {Thing[]} */ (found.at(-1));
  const known = new Set(found.map(nameOf));
  for (let i = 0; i < last.length - 1; i++) {
    const root = last.slice(0, i + 1);
    const shut = new Set(found.filter((way) => nameOf(way.slice(0, i + 1)) === nameOf(root)).map((way) => `${way[i].n} ${way[i + 1]?.n}`));
    const rest = shortest(model, last[i], to, new Set(last.slice(0, i)), shut);
    if (!rest) continue;
    const way = [...root.slice(0, -1), ...rest];
    if (!known.has(nameOf(way))) candidates.set(nameOf(way), way);
  }
}

/**
 * Dijkstra's algorithm with a binary heap; equal ways are decided by the order of the things.
 * @param {Model} model
 * @param {Thing} from
 * @param {Thing} to
 * @param {Set<Thing>} closed things not to pass
 * @param {Set<string>} shut steps not to take, as "n m"
 * @returns {Thing[] | null}
 */
function shortest(model, from, to, closed, shut) {
  const distance = new Float64Array(model.things.length).fill(Infinity);
  /** @type {(Thing | undefined)[]} */
  const before = new Array(model.things.length);
  const heap = new Heap();
  distance[from.n] = 0;
  heap.push(0, from.n);
  for (let n = heap.pop(); n >= 0; n = heap.pop()) {
    const thing = model.things[n];
    if (thing === to) break;
    for (const e of thing.edges) {
      const other = e.from === thing ? e.to : e.from;
      const far = distance[n] + e.weight;
      if (far >= distance[other.n] || closed.has(other) || shut.has(`${n} ${other.n}`)) continue;
      distance[other.n] = far;
      before[other.n] = thing;
      heap.push(far, other.n);
    }
  }
  if (distance[to.n] === Infinity) return null;
  const way = [to];
  for (let t = before[to.n]; t; t = before[t.n]) way.unshift(t);
  return way;
}

class Heap {
  /** @type {[number, number][]} */
  #items = [];

  /**
   * @param {number} weight
   * @param {number} n
   */
  push(weight, n) {
    const items = this.#items;
    items.push([weight, n]);
    for (let i = items.length - 1; i > 0; ) {
      const up = (i - 1) >> 1;
      if (!less(items[i], items[up])) break;
      [items[i], items[up]] = [items[up], items[i]];
      i = up;
    }
  }

  /** @returns {number} the number of least weight, or -1 */
  pop() {
    const items = this.#items;
    if (items.length === 0) return -1;
    const top = items[0];
    const last = /** @type {[number, number]} */ (items.pop());
    if (items.length > 0) {
      items[0] = last;
      for (let i = 0; ; ) {
        let least = i;
        for (const child of [2 * i + 1, 2 * i + 2]) if (child < items.length && less(items[child], items[least])) least = child;
        if (least === i) break;
        [items[i], items[least]] = [items[least], items[i]];
        i = least;
      }
    }
    return top[1];
  }
}

/**
 * @param {[number, number]} a
 * @param {[number, number]} b
 */
function less(a, b) {
  return a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);
}

/** @param {Thing[]} things */
function nameOf(things) {
  return things.map((t) => t.n).join(" ");
}

/** @param {Thing[]} things */
function weigh(things) {
  return things.slice(1).reduce((sum, t, i) => sum + between(things[i], t)[0].weight, 0);
}

/**
 * @param {Thing[]} things
 * @returns {Path}
 */
function path(things) {
  const hops = things.slice(1).map((to, i) => ({ from: things[i], to, edges: between(things[i], to).slice(0, RELATIONS) }));
  return { things, hops, weight: weigh(things) };
}

/**
 * The relations between two things, least weight first, then the latest year.
 * @param {Thing} a
 * @param {Thing} b
 */
function between(a, b) {
  const edges = a.edges.filter((e) => e.from === b || e.to === b);
  const least = Math.min(...edges.map((e) => e.weight));
  return edges.filter((e) => e.weight === least).sort((x, y) => y.year - x.year || (x.key < y.key ? -1 : 1));
}
