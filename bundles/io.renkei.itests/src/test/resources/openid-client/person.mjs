// The person's side: a browser that keeps cookies and follows the site's redirect to the provider, over the pages, and back.
import { request } from 'node:https'

export class PersonAtBrowser {
  #cookies = new Map()
  #ca

  constructor(ca) {
    this.#ca = ca
  }

  /** Goes to an address and follows where it is sent, until it is sent to the site. */
  async go(url, site) {
    let next = new URL(url)
    for (let step = 0; step < 12; step++) {
      const answer = await this.get(next)
      if (answer.status !== 302 && answer.status !== 303) {
        throw new Error(`${next.pathname} answered ${answer.status} ${answer.body}`)
      }
      next = new URL(answer.location, next)
      if (next.href.startsWith(site)) return next
    }
    throw new Error('too many redirects')
  }

  get(url) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    return new Promise((resolve, reject) => {
      const sent = request(url, { ca: this.#ca, headers: cookie ? { cookie } : {} }, (answer) => {
        for (const line of answer.headers['set-cookie'] ?? []) this.#keep(line)
        let body = ''
        answer.setEncoding('utf8').on('data', (part) => (body += part))
        answer.on('end', () =>
          resolve({ status: answer.statusCode, location: answer.headers.location, headers: answer.headers, body }))
      })
      sent.on('error', reject).end()
    })
  }

  #keep(line) {
    const [pair, ...rules] = line.split(';').map((part) => part.trim())
    const at = pair.indexOf('=')
    if (rules.some((rule) => rule.toLowerCase() === 'max-age=0')) this.#cookies.delete(pair.slice(0, at))
    else this.#cookies.set(pair.slice(0, at), pair.slice(at + 1))
  }
}
