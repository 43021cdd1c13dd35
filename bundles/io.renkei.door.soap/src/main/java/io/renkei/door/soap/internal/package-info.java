/**
 * The SOAP door. WSDL documents, one for each service, are the contract and were written first; the messages are generated from them.
 *
 * <p>{@link io.renkei.door.soap.internal.Guard} stands before everything: it finds the caller by its client certificate, the
 * service by the exact path, and a place by the bounds, all before a byte of the message is read. Then CXF reads the message
 * through a {@link io.renkei.door.soap.internal.StrictReader}, valid against the schema; the element in the body chooses the
 * operation, and {@link io.renkei.door.soap.internal.Desk} asks whether the caller may use it. Headers decide nothing:
 * {@link io.renkei.door.soap.internal.GuardedRequest} shows none to CXF but the type of the content. Whatever is wrong
 * becomes a fault with code, place and sentences, made by {@link io.renkei.door.soap.internal.Faulting}.
 */
package io.renkei.door.soap.internal;
