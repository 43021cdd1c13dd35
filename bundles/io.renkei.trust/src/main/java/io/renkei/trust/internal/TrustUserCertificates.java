package io.renkei.trust.internal;

import io.renkei.ports.trust.TrustAnchors;
import io.renkei.ports.trust.UserCertificates;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Publishes the judgement of people's certificates. */
@Component(service = UserCertificates.class, configurationPid = TrustConfig.PID)
public final class TrustUserCertificates implements UserCertificates {

    private final UserCertificates judge;

    @Activate
    public TrustUserCertificates(BundleContext bundles, TrustConfig config, @Reference TrustAnchors anchors) {
        Path directory = TrustAnchorFiles.directory(bundles, config);
        this.judge = new UserCertificateJudge(
                new CertificatePaths(new BouncyCastleProvider()),
                anchors,
                new RevocationLists(directory.resolve(TrustAnchors.USER_AUTHENTICATION), System::nanoTime),
                config.user_revocation_required());
    }

    @Override
    public Verdict judge(List<X509Certificate> path, Instant at) {
        return judge.judge(path, at);
    }
}
