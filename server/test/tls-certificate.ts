/**
 * A key and the certificate that it signs for itself, for `ici.exemple.fr` and a hundred years: known to nobody, of use to nobody. By
 * `openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 36500 -subj /CN=ici.exemple.fr -addext subjectAltName=DNS:ici.exemple.fr`.
 */
export const SIGNED_BY_NOBODY = {
  key: `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg6wgGooWlLUUM8BGJ
cv0RnzaZ6boAs68iz3vg+yYHAuOhRANCAASX06+gZMJxV8Y/tHSK/qx0QFvTKdjC
YAM2026LLP9YPg0gHaYREYliChXpsIEnLAhxcLpFKE/HfwCNYP1TWuTT
-----END PRIVATE KEY-----
`,
  cert: `-----BEGIN CERTIFICATE-----
MIIBpTCCAUqgAwIBAgIUSvufDAh/+JfP6QX6QpZ0jhFLyZEwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOaWNpLmV4ZW1wbGUuZnIwIBcNMjYxMTI3MTIyMDE5WhgPMjEy
NjExMDMxMjIwMTlaMBkxFzAVBgNVBAMMDmljaS5leGVtcGxlLmZyMFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEl9OvoGTCcVfGP7R0iv6sdEBb0ynYwmADNtNuiyz/
WD4NIB2mERGJYgoV6bCBJywIcXC6RShPx38AjWD9U1rk06NuMGwwHQYDVR0OBBYE
FI426lUMaNVSLAHSuIl6e9Ek1ZwAMB8GA1UdIwQYMBaAFI426lUMaNVSLAHSuIl6
e9Ek1ZwAMA8GA1UdEwEB/wQFMAMBAf8wGQYDVR0RBBIwEIIOaWNpLmV4ZW1wbGUu
ZnIwCgYIKoZIzj0EAwIDSQAwRgIhAIXIS5xupIG9QBHOxm/1UaqQIep9d8mPXvBF
ZSOSlJejAiEAyjlUhk5CmiJbSQn6MKQzQZoO4eQIZfTTFDtW06U/O7g=
-----END CERTIFICATE-----
`,
}
