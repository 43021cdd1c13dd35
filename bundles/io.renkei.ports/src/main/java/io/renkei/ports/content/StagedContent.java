package io.renkei.ports.content;

import org.osgi.annotation.versioning.ProviderType;

/**
 * A body that is hashed and encrypted. A small one (256 KiB) rides in the transaction that takes it, so that nothing of
 * it is written before; a larger one is durable already, and is swept after a day if no transaction takes it. It serves
 * one transaction, and only one of the store that made it.
 */
@ProviderType
public interface StagedContent {

    /** Where the body will stand once the transaction that takes it is committed. */
    ContentRef ref();
}
