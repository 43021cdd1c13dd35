package io.renkei.tools.bench;

import io.renkei.tools.client.KeptConnection;
import io.renkei.tools.client.KeptConnection.Reply;
import io.renkei.tools.client.Submission;
import io.renkei.tools.sample.SignedPackages.Signed;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Applications; an accepted one is called by its arrival number. */
record Packages(List<Signed> packages) implements Load {

    private static final int CREATED = 201;

    @Override
    public int count() {
        return packages.size();
    }

    @Override
    public Reply send(KeptConnection connection, int number) throws IOException {
        return Submission.send(connection, packages.get(number));
    }

    @Override
    public Optional<String> accepted(int number, Reply reply) throws IOException {
        return reply.status() == CREATED ? Optional.of(Submission.number(reply)) : Optional.empty();
    }
}
