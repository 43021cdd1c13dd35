/** The certificates of the doors, replaced while the doors serve. */
package io.renkei.door.tls.internal;
