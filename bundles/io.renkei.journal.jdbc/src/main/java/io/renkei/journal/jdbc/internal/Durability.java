package io.renkei.journal.jdbc.internal;

import java.sql.SQLException;

/** When a transaction may be told of. */
interface Durability extends AutoCloseable {

    /** Of a database whose commit returns when it is durable, and that shows nothing before. */
    static Durability byCommit() {
        return CommitAlone.INSTANCE;
    }

    /** To be called before the transaction begins. */
    Transaction begin();

    /** One transaction, used by one thread. */
    interface Transaction extends AutoCloseable {

        /** Says that the commit of a transaction that wrote begins now. */
        void commits();

        /** Returns when all that this transaction may have read until now is durable. */
        void awaitSeen() throws SQLException;

        /** Returns when this transaction is durable; to be called after its commit. */
        void awaitCommitted() throws SQLException;

        /** Ends it, however it went. */
        @Override
        void close();
    }

    /** To be called when no transaction begins any more. */
    @Override
    void close();

    /** Nothing is left to wait for. */
    enum CommitAlone implements Durability, Transaction {
        INSTANCE;

        @Override
        public Transaction begin() {
            return this;
        }

        @Override
        public void commits() {
            // Nobody sees it before it is durable.
        }

        @Override
        public void awaitSeen() {
            // What could be seen is durable.
        }

        @Override
        public void awaitCommitted() {
            // It is.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
