/** A trie over word ids whose edges live in one open-addressing table: small, quick to build, two array reads a step. */
export class Trie {
  private mask: number
  private nodes: Int32Array
  private words: Int32Array
  private targets: Int32Array
  private edges = 0
  private nodeCount = 1
  private values: number[] = [-1]

  constructor(expectedEdges: number) {
    let size = 1024
    while (size < expectedEdges * 2) size *= 2
    this.mask = size - 1
    this.nodes = new Int32Array(size).fill(-1)
    this.words = new Int32Array(size)
    this.targets = new Int32Array(size)
  }

  /** The node reached from `node` over `word`, or -1. The root is 0. */
  step(node: number, word: number): number {
    let slot = hash(node, word) & this.mask
    for (;;) {
      const at = this.nodes[slot]!
      if (at === -1) return -1
      if (at === node && this.words[slot] === word) return this.targets[slot]!
      slot = (slot + 1) & this.mask
    }
  }

  /** The value stored at a node, or -1. */
  value(node: number): number {
    return this.values[node]!
  }

  /** Stores a value under a path of word ids unless one is there; returns the value that stands. */
  add(path: readonly number[], value: number): number {
    let node = 0
    for (const word of path) {
      const next = this.step(node, word)
      node = next === -1 ? this.insert(node, word) : next
    }
    const present = this.values[node]!
    if (present !== -1) return present
    this.values[node] = value
    return value
  }

  private insert(node: number, word: number): number {
    if (this.edges * 2 > this.mask) this.grow()
    const target = this.nodeCount++
    this.values.push(-1)
    this.place(node, word, target)
    this.edges++
    return target
  }

  private place(node: number, word: number, target: number): void {
    let slot = hash(node, word) & this.mask
    while (this.nodes[slot] !== -1) slot = (slot + 1) & this.mask
    this.nodes[slot] = node
    this.words[slot] = word
    this.targets[slot] = target
  }

  private grow(): void {
    const { nodes, words, targets } = this
    const size = nodes.length * 2
    this.mask = size - 1
    this.nodes = new Int32Array(size).fill(-1)
    this.words = new Int32Array(size)
    this.targets = new Int32Array(size)
    for (let i = 0; i < nodes.length; i++) if (nodes[i] !== -1) this.place(nodes[i]!, words[i]!, targets[i]!)
  }
}

function hash(node: number, word: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(word + 1, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
