/**
 * What a person sees. {@link io.renkei.door.pages.internal.Front} stands before everything: listener, path, method, origin, token
 * against forged forms, and sign-in are decided there; then the route's {@link io.renkei.door.pages.internal.Handler} answers a
 * {@link io.renkei.door.pages.internal.Visit} with an {@link io.renkei.door.pages.internal.Answer}. A form is posted, answered by a
 * redirect, and what became of it is shown by a page that can be loaded again.
 *
 * <p>Pages are Mustache templates that escape whatever is put into them; there is no script. Their words stand in
 * {@code texts.ja.properties} and {@code texts.en.properties}. Nothing is kept here: any node can serve any request of a person.
 */
package io.renkei.door.pages.internal;
