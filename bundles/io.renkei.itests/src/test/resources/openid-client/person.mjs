// The person at the browser, whom the test plays: says where to go and what to do there, and hears where it ended.
export class PersonAtBrowser {
  #desk

  constructor(desk) {
    this.#desk = desk
  }

  /** Goes to an address and over the pages, until the site is reached. The pages that were gone through are left in `pages`. */
  async go(address, site, doing = {}) {
    const went = await this.#ask('/go', { address: String(address), ...doing })
    if (!went.at?.startsWith(site)) throw new Error(`ended elsewhere: ${JSON.stringify(went)}`)
    this.pages = went.pages
    return new URL(went.at)
  }

  /** Goes to an address from which there is no way on. */
  async stays(address, doing = {}) {
    const went = await this.#ask('/go', { address: String(address), ...doing })
    if (went.at) throw new Error(`was sent to ${went.at}`)
    this.pages = went.pages
    return went
  }

  unlink(site) {
    return this.#ask('/unlink', { site })
  }

  /** What the operator does. */
  operator(what) {
    return this.#ask(what, {})
  }

  async #ask(path, body) {
    const answer = await fetch(new URL(path, this.#desk), { method: 'POST', body: JSON.stringify(body) })
    const said = await answer.json()
    if (!answer.ok) throw new Error(said.failed)
    return said
  }
}
