package io.renkei.tools.check;

import io.renkei.ports.trust.JwsVerifier;
import io.renkei.ports.trust.XmlSignatures;
import io.renkei.trust.internal.TrustJwsVerifier;
import io.renkei.trust.internal.TrustXmlSignatures;
import java.lang.reflect.Constructor;
import java.lang.reflect.Proxy;

/** The gateway's verifiers of signatures with every bound at its default. */
public final class ShippedTrust {

    private ShippedTrust() {}

    /** Of XML signatures. */
    public static XmlSignatures verifier() {
        return (XmlSignatures) byDefaults(TrustXmlSignatures.class);
    }

    /** Of JSON Web Signatures. */
    static JwsVerifier jws() {
        return (JwsVerifier) byDefaults(TrustJwsVerifier.class);
    }

    /** The defaults stand once, in the annotation that is the verifiers' configuration; here they are read from it. */
    private static Object byDefaults(Class<?> verifier) {
        Constructor<?> constructor = verifier.getConstructors()[0];
        Class<?> configuration = constructor.getParameterTypes()[0];
        Object defaults = Proxy.newProxyInstance(
                configuration.getClassLoader(),
                new Class<?>[] {configuration},
                (proxy, method, arguments) -> method.getDefaultValue());
        try {
            return constructor.newInstance(defaults);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the verifier of signatures cannot be made", e);
        }
    }
}
