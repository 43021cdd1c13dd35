package io.renkei.tools.bench;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import java.io.IOException;
import java.util.Optional;

/** What is sent at a rate: so many requests, each made before. Safe for use by several threads. */
interface Load {

    int count();

    /** Sends one, from 0 on. */
    Reply send(KeptConnection connection, int number) throws IOException;

    /** What the gateway calls that one, by its answer; empty if it was not accepted. */
    Optional<String> accepted(int number, Reply reply) throws IOException;
}
