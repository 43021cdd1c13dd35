package io.renkei.deploy.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/** Judges one JAR: every entry signed by somebody allowed (JAR File Specification), now, and nothing missing. */
final class SignedJar {

    private static final Pattern WEAK = Pattern.compile("(SHA1|SHA-1|MD5|MD2)-DIGEST.*");
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/([^/]+\\.(SF|RSA|DSA|EC)|SIG-[^/]*)");
    private static final String CODE_SIGNING = "1.3.6.1.5.5.7.3.3";
    private static final String ANY_USAGE = "2.5.29.37.0";

    private final Policy policy;
    private final Instant now;
    private final Map<CodeSigner, Boolean> known = new HashMap<>();

    SignedJar(Policy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** @return why it is refused, or empty */
    Optional<DeployCode> refusal(File file) {
        try (JarFile jar = new JarFile(file, true)) {
            Manifest manifest = jar.getManifest();
            if (manifest == null) {
                return Optional.of(DeployCode.UNSIGNED);
            }
            if (isWeak(jar, manifest)) {
                return Optional.of(DeployCode.WEAK);
            }
            for (String name : manifest.getEntries().keySet()) {
                if (jar.getEntry(name) == null) {
                    return Optional.of(DeployCode.CHANGED);
                }
            }
            boolean any = false;
            for (JarEntry entry : Collections.list(jar.entries())) {
                if (entry.isDirectory() || isOfTheSignature(entry.getName())) {
                    continue;
                }
                try (InputStream in = jar.getInputStream(entry)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
                CodeSigner[] signers = entry.getCodeSigners();
                if (signers == null) {
                    return Optional.of(DeployCode.UNSIGNED);
                }
                if (List.of(signers).stream().noneMatch(this::isAllowed)) {
                    return Optional.of(DeployCode.UNKNOWN_SIGNER);
                }
                any = true;
            }
            return any ? Optional.empty() : Optional.of(DeployCode.UNSIGNED);
        } catch (SecurityException e) {
            return Optional.of(DeployCode.CHANGED);
        } catch (IOException e) {
            return Optional.of(DeployCode.UNREADABLE);
        }
    }

    private static boolean isOfTheSignature(String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return upper.equals(JarFile.MANIFEST_NAME) || SIGNATURE.matcher(upper).matches();
    }

    private static boolean isWeak(JarFile jar, Manifest manifest) throws IOException {
        if (isWeak(manifest)) {
            return true;
        }
        for (JarEntry entry : Collections.list(jar.entries())) {
            if (isOfTheSignature(entry.getName())
                    && entry.getName().toUpperCase(Locale.ROOT).endsWith(".SF")) {
                try (InputStream in = jar.getInputStream(entry)) {
                    if (isWeak(new Manifest(in))) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isWeak(Manifest manifest) {
        return isWeak(manifest.getMainAttributes())
                || manifest.getEntries().values().stream().anyMatch(SignedJar::isWeak);
    }

    private static boolean isWeak(Attributes attributes) {
        return attributes.keySet().stream()
                .anyMatch(name ->
                        WEAK.matcher(name.toString().toUpperCase(Locale.ROOT)).matches());
    }

    private boolean isAllowed(CodeSigner signer) {
        return known.computeIfAbsent(signer, each -> isNamed(each) && isValid(each.getSignerCertPath()));
    }

    private boolean isNamed(CodeSigner signer) {
        X509Certificate certificate = certificate(signer.getSignerCertPath());
        return policy.signers().isEmpty() || policy.signers().contains(certificate.getSubjectX500Principal());
    }

    private static X509Certificate certificate(CertPath path) {
        return (X509Certificate) path.getCertificates().get(0);
    }

    private boolean isValid(CertPath path) {
        try {
            X509Certificate own = certificate(path);
            boolean[] usage = own.getKeyUsage();
            List<String> purposes = own.getExtendedKeyUsage();
            if (usage != null && !usage[0]
                    || purposes != null && Collections.disjoint(purposes, Set.of(CODE_SIGNING, ANY_USAGE))) {
                return false;
            }
            PKIXParameters parameters = new PKIXParameters(policy.anchors());
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(path, parameters);
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
