package io.renkei.settings.internal;

import io.renkei.ports.settings.SettingsChange.Via;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Optional;
import javax.security.auth.Subject;

/**
 * Where a change comes from.
 *
 * @param who a principal, or the owner of a file; empty text where nobody is known
 */
record Origin(Via via, String who) {

    private static final String FILE_INSTALL = "fileinstall-";
    private static final String JMX = "RMI TCP Connection";

    /** An edit of a file, which is its owner's. */
    static Origin file(Path file) {
        try {
            return new Origin(Via.FILE, Files.getOwner(file).getName());
        } catch (IOException e) {
            return new Origin(Via.FILE, "");
        }
    }

    /**
     * Of the calling thread: Config Admin tells of a change in the thread that made it. A management client without a
     * principal was attached to this process, which only the process's own user can do.
     *
     * @param file of the configuration, or the folder that it was in
     */
    static Origin ofThread(Path file) {
        String thread = Thread.currentThread().getName();
        if (thread.startsWith(FILE_INSTALL)) {
            return file(file);
        }
        boolean isJmx = thread.startsWith(JMX);
        Optional<String> principal = principal();
        if (isJmx) {
            return new Origin(Via.JMX, principal.orElseGet(() -> System.getProperty("user.name", "")));
        }
        return principal.map(name -> new Origin(Via.SHELL, name)).orElse(new Origin(Via.GATEWAY, ""));
    }

    /** The container runs on JDK 17, where this is the way to the subject; its roles are principals too. */
    @SuppressWarnings("removal")
    private static Optional<String> principal() {
        Subject subject = Subject.getSubject(java.security.AccessController.getContext());
        return subject == null
                ? Optional.empty()
                : subject.getPrincipals().stream()
                        .filter(each -> each.getClass().getSimpleName().equals("UserPrincipal"))
                        .map(Principal::getName)
                        .findFirst();
    }
}
