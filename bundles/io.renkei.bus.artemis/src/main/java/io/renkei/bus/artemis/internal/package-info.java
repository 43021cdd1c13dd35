/**
 * The bus on ActiveMQ Artemis, through its core client: no JMS and so no object messages and no Java deserialisation.
 * What crosses a queue is a {@link io.renkei.ports.bus.Pointer} as strict JSON; anything else that somebody puts there
 * goes to the dead letters unread.
 */
package io.renkei.bus.artemis.internal;
