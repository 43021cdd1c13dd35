package io.renkei.door.pages.internal;

import io.renkei.ports.access.Listener;
import java.util.ArrayList;
import java.util.List;

/** Wires the paths to what answers them. */
final class Table {

    private static final boolean OPEN = true;
    private static final boolean SIGNED_IN = false;

    private Table() {}

    static Routes of(Ports ports, CompanyProvider company) {
        List<Route> routes = new ArrayList<>();
        Routes[] whole = new Routes[1];
        SignIn signIn = new SignIn(ports, company, path -> whole[0].isPage(path));
        CertificateSignIn certificate = new CertificateSignIn(ports, signIn);
        CompanySignIn companySignIn = new CompanySignIn(signIn, company);
        SitePages sites = new SitePages(ports);
        SignOutPages signOut = new SignOutPages(ports, signIn);
        RequestPages requests = new RequestPages(ports, signIn, signOut);
        HandoverPages handovers = new HandoverPages(ports);
        ReceiptPages receipts = new ReceiptPages(ports);
        SelfInformationPages self = new SelfInformationPages(ports);
        HoldingPages holdings = new HoldingPages(ports);
        SenderPages senders = new SenderPages(ports);
        BundlePages bundles = new BundlePages(ports);
        DelegationPages delegations = new DelegationPages(ports);
        BesidePages beside = new BesidePages(ports, certificate, delegations);

        get(routes, "/people/style.css", OPEN, StyleSheet::answer);
        routes.add(new Route("GET", "/people/style.css", Listener.PEOPLE_TLS, OPEN, StyleSheet::answer));
        get(routes, "/people", OPEN, visit -> Answer.see("/people/sites"));
        get(routes, "/people/sign-in", OPEN, signIn::show);
        routes.add(new Route("GET", "/people/sign-in/certificate", Listener.PEOPLE_TLS, OPEN, certificate::signIn));
        get(routes, "/people/sign-in/company", OPEN, companySignIn::begin);
        get(routes, "/people/sign-in/company/back", OPEN, companySignIn::back);
        post(routes, "/people/sign-out", SIGNED_IN, signIn::signOut);
        get(routes, "/people/signed-out", OPEN, signIn::signedOut);

        get(routes, "/people/sites", SIGNED_IN, sites::list);
        get(routes, "/people/sites/{site}", SIGNED_IN, sites::show);
        post(routes, "/people/sites/{site}/consent", SIGNED_IN, sites::consent);
        get(routes, "/people/sites/{site}/go", SIGNED_IN, sites::go);
        post(routes, "/people/links/{consent}/revoke", SIGNED_IN, sites::revoke);

        get(routes, "/people/requests/{request}", OPEN, requests::show);
        post(routes, "/people/requests/{request}/link", SIGNED_IN, requests::link);
        post(routes, "/people/requests/{request}/consent", SIGNED_IN, requests::consent);
        post(routes, "/people/requests/{request}/release", SIGNED_IN, requests::release);
        post(routes, "/people/requests/{request}/deny", OPEN, requests::deny);
        post(routes, "/people/requests/{request}/leave", SIGNED_IN, requests::leave);
        post(routes, "/people/requests/{request}/end", SIGNED_IN, signOut::end);
        post(routes, "/people/requests/{request}/stay", SIGNED_IN, signOut::stay);
        get(routes, "/people/requests/{request}/linked", SIGNED_IN, requests::linked);
        get(routes, "/people/requests/{request}/released/{handover}", SIGNED_IN, requests::released);
        get(routes, "/people/requests/{request}/back", OPEN, requests::back);

        get(routes, "/people/handovers", SIGNED_IN, handovers::list);
        get(routes, "/people/handovers/{handover}", SIGNED_IN, handovers::show);
        get(routes, "/people/handovers/{handover}/receipt", SIGNED_IN, receipts::showRelease);
        get(routes, "/people/handovers/{handover}/receipt.jws", SIGNED_IN, receipts::releaseFile);
        post(routes, "/people/handovers/{handover}/revoke", SIGNED_IN, handovers::revoke);
        get(routes, "/people/receipts/{consent}", SIGNED_IN, receipts::show);
        get(routes, "/people/receipt-keys.json", OPEN, receipts::keys);
        get(routes, "/people/receipts/{consent}/receipt.jws", SIGNED_IN, receipts::file);
        get(routes, "/people/receipts/{consent}/request.jws", SIGNED_IN, receipts::requestFile);

        get(routes, "/people/self-information", SIGNED_IN, self::choose);
        post(routes, "/people/self-information", SIGNED_IN, self::ask);
        get(routes, "/people/self-information/{question}", SIGNED_IN, self::show);
        post(routes, "/people/self-information/{question}/forget", SIGNED_IN, self::forget);
        get(routes, "/people/access-records", SIGNED_IN, new AccessRecordPages(ports)::list);

        get(routes, "/people/holdings", SIGNED_IN, holdings::list);
        post(routes, "/people/holdings/open", SIGNED_IN, holdings::open);
        post(routes, "/people/holdings/file", SIGNED_IN, holdings::file);
        get(routes, "/people/holdings/senders", SIGNED_IN, senders::list);
        post(routes, "/people/holdings/senders", SIGNED_IN, senders::pick);
        get(routes, "/people/holdings/fetches", SIGNED_IN, new FetchPages(ports)::list);
        get(routes, "/people/holdings/years", SIGNED_IN, bundles::list);
        post(routes, "/people/holdings/years", SIGNED_IN, bundles::collect);
        get(routes, "/people/holdings/years/{bundle}", SIGNED_IN, bundles::show);
        post(routes, "/people/holdings/years/{bundle}/zip", SIGNED_IN, bundles::zip);
        post(routes, "/people/holdings/years/{bundle}/forget", SIGNED_IN, bundles::forget);

        inbox(routes, ports);
        CertificatePages certificates = new CertificatePages(ports, certificate, signIn);
        get(routes, CertificatePages.LIST, SIGNED_IN, certificates::list);
        post(routes, "/people/certificates/invite", SIGNED_IN, certificates::invite);
        get(routes, "/people/certificates/code", SIGNED_IN, certificates::code);
        post(routes, "/people/certificates/{certificate}/remove", SIGNED_IN, certificates::remove);
        routes.add(new Route("GET", CertificatePages.ADD, Listener.PEOPLE_TLS, OPEN, certificates::form));
        routes.add(new Route("POST", CertificatePages.ADD, Listener.PEOPLE_TLS, OPEN, certificates::add));

        get(routes, "/people/delegations", SIGNED_IN, delegations::list);
        get(routes, "/people/delegations/offer", SIGNED_IN, delegations::offerForm);
        post(routes, "/people/delegations/offer", SIGNED_IN, delegations::offer);
        get(routes, "/people/delegations/offered", SIGNED_IN, delegations::offered);
        post(routes, "/people/delegations/accept", SIGNED_IN, delegations::accept);
        get(routes, "/people/delegations/{delegation}/change", SIGNED_IN, delegations::changeForm);
        post(routes, "/people/delegations/{delegation}/change", SIGNED_IN, delegations::change);
        post(routes, "/people/delegations/{delegation}/end", SIGNED_IN, delegations::end);
        routes.add(new Route("GET", "/people/delegations/beside", Listener.PEOPLE_TLS, SIGNED_IN, beside::form));
        routes.add(new Route("POST", "/people/delegations/beside", Listener.PEOPLE_TLS, SIGNED_IN, beside::register));
        whole[0] = new Routes(routes);
        return whole[0];
    }

    private static void inbox(List<Route> routes, Ports ports) {
        Reading reading = new Reading(ports);
        NoticePages notices = new NoticePages(ports, reading);
        NoticeFiles files = new NoticeFiles(ports, reading);
        MessagePages messages = new MessagePages(ports, reading);
        PaymentPages payments = new PaymentPages(ports, reading);
        TiePages ties = new TiePages(ports);
        get(routes, NoticePages.LIST, SIGNED_IN, notices::list);
        post(routes, "/people/inbox/search", SIGNED_IN, notices::search);
        get(routes, "/people/inbox/notices/{notice}", SIGNED_IN, notices::show);
        post(routes, "/people/inbox/notices/{notice}/read", SIGNED_IN, notices::markRead);
        post(routes, "/people/inbox/notices/{notice}/unread", SIGNED_IN, notices::markUnread);
        post(routes, "/people/inbox/notices/{notice}/document", SIGNED_IN, files::document);
        post(routes, "/people/inbox/notices/{notice}/evidence", SIGNED_IN, files::evidence);
        get(routes, "/people/inbox/messages", SIGNED_IN, messages::list);
        get(routes, "/people/inbox/messages/{message}", SIGNED_IN, messages::show);
        post(routes, "/people/inbox/messages/{message}/read", SIGNED_IN, messages::markRead);
        post(routes, "/people/inbox/messages/{message}/unread", SIGNED_IN, messages::markUnread);
        get(routes, "/people/inbox/payments", SIGNED_IN, payments::list);
        get(routes, "/people/inbox/payments/{payment}", SIGNED_IN, payments::show);
        get(routes, TiePages.LIST, SIGNED_IN, ties::list);
        post(routes, "/people/inbox/ties", SIGNED_IN, ties::tie);
        post(routes, "/people/inbox/ties/{tie}/untie", SIGNED_IN, ties::untie);
    }

    private static void get(List<Route> routes, String path, boolean open, Handler handler) {
        routes.add(new Route("GET", path, Listener.PEOPLE, open, handler));
    }

    private static void post(List<Route> routes, String path, boolean open, Handler handler) {
        routes.add(new Route("POST", path, Listener.PEOPLE, open, handler));
    }
}
