package io.renkei.bus.artemis.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.activemq.artemis.core.security.CheckType;
import org.apache.activemq.artemis.core.security.Role;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.apache.activemq.artemis.spi.core.security.ActiveMQSecurityManager5;
import org.apache.activemq.artemis.spi.core.security.jaas.UserPrincipal;

/** Lets one user in, and grants it what its role has. */
final class OneUser implements ActiveMQSecurityManager5 {

    private final String user;
    private final byte[] password;
    private final String role;

    OneUser(String user, String password, String role) {
        this.user = user;
        this.password = password.getBytes(StandardCharsets.UTF_8);
        this.role = role;
    }

    @Override
    public Subject authenticate(String name, String given, RemotingConnection connection, String domain) {
        if (!validateUser(name, given)) {
            return null;
        }
        Subject subject = new Subject();
        subject.getPrincipals().add(new UserPrincipal(name));
        subject.setReadOnly();
        return subject;
    }

    @Override
    public boolean authorize(Subject subject, Set<Role> roles, CheckType check, String address) {
        return subject != null
                && subject.getPrincipals(UserPrincipal.class).contains(new UserPrincipal(user))
                && grants(roles, check);
    }

    @Override
    public boolean validateUser(String name, String given) {
        return user.equals(name)
                && given != null
                && MessageDigest.isEqual(password, given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public boolean validateUserAndRole(String name, String given, Set<Role> roles, CheckType check) {
        return validateUser(name, given) && grants(roles, check);
    }

    private boolean grants(Set<Role> roles, CheckType check) {
        return roles.stream().anyMatch(granted -> granted.getName().equals(role) && check.hasRole(granted));
    }
}
