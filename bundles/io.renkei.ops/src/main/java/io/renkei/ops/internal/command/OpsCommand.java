package io.renkei.ops.internal.command;

import io.renkei.ops.internal.Answer;
import io.renkei.ops.internal.Reply;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** A command that gives one answer. */
abstract class OpsCommand implements Action {

    @Option(name = "--json", description = "One JSON document instead of tables; times in ISO 8601")
    private boolean json;

    @Reference
    private Session session;

    abstract Answer answer();

    /** Who types the command. */
    final String caller() {
        Object user = session.get("USER");
        return user == null || user.toString().isBlank() ? "shell" : user.toString();
    }

    /** Tells a person how long work goes on; a program gets its one document only. */
    final void progress(String line) {
        if (!json) {
            System.out.println(line);
        }
    }

    /** Writes to {@code System.out}, which the shell points at the caller's terminal or at the next command. */
    @Override
    public final Object execute() throws CommandException {
        boolean colours = session.getTerminal() != null && session.getTerminal().isAnsiSupported();
        new Reply(System.out, json, colours).give(this::answer);
        return null;
    }
}
