// The service on Azure: Container Apps over Azure SQL, secrets in a Key Vault, everything by one managed identity and inside one
// network. README.md beside this says what comes before and after.
targetScope = 'resourceGroup'

@description('Begins every name.')
@minLength(3)
@maxLength(12)
param name string = 'governance'

param location string = resourceGroup().location

@description('The released image, with its digest.')
param image string

@description('How many hosts run.')
@minValue(1)
@maxValue(10)
param hosts int = 3

@description('The https address at which people reach the service, for example https://governance.example.gov.uk.')
param publicAddress string

@description('Directories whose people may sign in: id, and what the sign-in page calls them.')
param tenants { id: string, name: string }[]

@description('Application id of the app registration.')
param audience string

@description('Group of Entra ID that administers the database: object id and name.')
param databaseAdministrators { objectId: string, name: string }

@description('Size of the database.')
param databaseSku string = 'GP_S_Gen5_2'

var unique = uniqueString(resourceGroup().id)
var vaultName = take('${name}-${unique}', 24)

// Names of the secrets in the vault: put in by hand, never by this file.
var signingKeySecret = 'record-signing-key'
var sessionCertificateSecret = 'session-keys-certificate'
var signInSecret = 'sign-in-secret'

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: '${name}-host'
  location: location
}

resource network 'Microsoft.Network/virtualNetworks@2024-05-01' = {
  name: '${name}-network'
  location: location
  properties: {
    addressSpace: { addressPrefixes: ['10.20.0.0/16'] }
    subnets: [
      {
        name: 'hosts'
        properties: {
          addressPrefix: '10.20.0.0/23'
          delegations: [
            { name: 'apps', properties: { serviceName: 'Microsoft.App/environments' } }
          ]
        }
      }
      {
        name: 'endpoints'
        properties: { addressPrefix: '10.20.2.0/24' }
      }
    ]
  }
}

var hostsSubnet = '${network.id}/subnets/hosts'
var endpointsSubnet = '${network.id}/subnets/endpoints'

resource logs 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: '${name}-logs'
  location: location
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
  }
}

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: vaultName
  location: location
  properties: {
    sku: { family: 'A', name: 'standard' }
    tenantId: tenant().tenantId
    enableRbacAuthorization: true
    enablePurgeProtection: true
    softDeleteRetentionInDays: 90
    publicNetworkAccess: 'Enabled'
  }
}

@description('Key Vault Secrets User')
var secretsUser = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '4633458b-17de-408a-b874-0445c86b69e6')

resource readsSecrets 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(vault.id, identity.id, secretsUser)
  scope: vault
  properties: {
    roleDefinitionId: secretsUser
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource sql 'Microsoft.Sql/servers@2023-08-01' = {
  name: '${name}-${unique}'
  location: location
  properties: {
    minimalTlsVersion: '1.2'
    publicNetworkAccess: 'Disabled'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      login: databaseAdministrators.name
      sid: databaseAdministrators.objectId
      principalType: 'Group'
      tenantId: tenant().tenantId
    }
  }

  resource database 'databases' = {
    name: 'governance'
    location: location
    sku: { name: databaseSku }
    properties: {
      collation: 'Latin1_General_100_CI_AS'
      autoPauseDelay: -1
      zoneRedundant: false
      requestedBackupStorageRedundancy: 'Geo'
    }

    resource shortTerm 'backupShortTermRetentionPolicies' = {
      name: 'default'
      properties: { retentionDays: 35, diffBackupIntervalInHours: 12 }
    }
  }

  resource auditing 'auditingSettings' = {
    name: 'default'
    properties: { state: 'Enabled', isAzureMonitorTargetEnabled: true, retentionDays: 0 }
  }
}

resource sqlZone 'Microsoft.Network/privateDnsZones@2024-06-01' = {
  name: 'privatelink${environment().suffixes.sqlServerHostname}'
  location: 'global'

  resource link 'virtualNetworkLinks' = {
    name: name
    location: 'global'
    properties: { registrationEnabled: false, virtualNetwork: { id: network.id } }
  }
}

resource sqlEndpoint 'Microsoft.Network/privateEndpoints@2024-05-01' = {
  name: '${name}-sql'
  location: location
  properties: {
    subnet: { id: endpointsSubnet }
    privateLinkServiceConnections: [
      { name: 'sql', properties: { privateLinkServiceId: sql.id, groupIds: ['sqlServer'] } }
    ]
  }

  resource zone 'privateDnsZoneGroups' = {
    name: 'sql'
    properties: {
      privateDnsZoneConfigs: [{ name: 'sql', properties: { privateDnsZoneId: sqlZone.id } }]
    }
  }
}

resource apps 'Microsoft.App/managedEnvironments@2025-01-01' = {
  name: '${name}-apps'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: hostsSubnet, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: logs.properties.customerId
        sharedKey: logs.listKeys().primarySharedKey
      }
    }
  }
}

var secrets = [
  for secret in [signingKeySecret, sessionCertificateSecret, signInSecret]: {
    name: secret
    keyVaultUrl: 'https://${vaultName}${environment().suffixes.keyvaultDns}/secrets/${secret}'
    identity: identity.id
  }
]

var connection = join(
  [
    'Server=${sql.properties.fullyQualifiedDomainName}'
    'Database=${sql::database.name}'
    'Authentication=Active Directory Managed Identity'
    'User Id=${identity.properties.clientId}'
    'Encrypt=Strict'
  ],
  ';'
)

var tenantSettings = flatten(map(range(0, length(tenants)), at => [
  { name: 'SignIn__Tenants__${at}__Id', value: tenants[at].id }
  { name: 'SignIn__Tenants__${at}__Name', value: tenants[at].name }
]))

var settings = concat(
  [
    { name: 'Database__Provider', value: 'SqlServer' }
    { name: 'Database__MigrateAtStart', value: 'false' }
    { name: 'ConnectionStrings__Governance', value: connection }
    { name: 'Record__SigningKey', value: '/run/governance/${signingKeySecret}' }
    { name: 'Keys__Certificates__0__File', value: '/run/governance/session-keys.pem' }
    { name: 'Keys__Certificates__0__KeyFile', value: '/run/governance/session-keys.pem' }
    // The ingress of the environment.
    { name: 'Hosts__Proxies__0', value: '100.64.0.0/10' }
    { name: 'Hosts__Proxies__1', value: '10.20.0.0/23' }
    { name: 'Hosts__DrainSeconds', value: '10' }
    { name: 'SignIn__PublicAddress', value: publicAddress }
    { name: 'SignIn__Audience', value: audience }
    { name: 'SignIn__Secret', secretRef: signInSecret }
  ],
  tenantSettings
)

var files = [
  {
    name: 'files'
    storageType: 'Secret'
    secrets: [
      { secretRef: signingKeySecret, path: signingKeySecret }
      { secretRef: sessionCertificateSecret, path: 'session-keys.pem' }
    ]
  }
]

var mounts = [{ volumeName: 'files', mountPath: '/run/governance' }]

resource migrate 'Microsoft.App/jobs@2025-01-01' = {
  name: '${name}-migrate'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: apps.id
    configuration: {
      triggerType: 'Manual'
      replicaTimeout: 3600
      replicaRetryLimit: 0
      manualTriggerConfig: { parallelism: 1, replicaCompletionCount: 1 }
      secrets: secrets
    }
    template: {
      containers: [
        {
          name: 'migrate'
          image: image
          args: ['migrate']
          env: settings
          resources: { cpu: json('0.5'), memory: '1Gi' }
          volumeMounts: mounts
        }
      ]
      volumes: files
    }
  }
  dependsOn: [readsSecrets, sqlEndpoint::zone]
}

resource host 'Microsoft.App/containerApps@2025-01-01' = {
  name: '${name}-host'
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identity.id}': {} } }
  properties: {
    environmentId: apps.id
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 8080, transport: 'auto', allowInsecure: false }
      secrets: secrets
    }
    template: {
      terminationGracePeriodSeconds: 45
      containers: [
        {
          name: 'host'
          image: image
          env: settings
          resources: { cpu: json('1.0'), memory: '2Gi' }
          volumeMounts: mounts
          probes: [
            { type: 'Startup', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 3, failureThreshold: 40 }
            { type: 'Liveness', httpGet: { path: '/health/live', port: 8080 }, periodSeconds: 10 }
            { type: 'Readiness', httpGet: { path: '/health/ready', port: 8080 }, periodSeconds: 5, failureThreshold: 1 }
          ]
        }
      ]
      volumes: files
      scale: { minReplicas: hosts, maxReplicas: hosts }
    }
  }
  dependsOn: [readsSecrets, sqlEndpoint::zone]
}

@description('Where to point the name of the public address (CNAME), before it is bound to the app.')
output hostName string = host.properties.configuration.ingress.fqdn

output vaultName string = vault.name

@description('Run once in the database, by an administrator of it, from within the network.')
output databaseUser string = 'CREATE USER [${identity.name}] FROM EXTERNAL PROVIDER; ALTER ROLE db_owner ADD MEMBER [${identity.name}];'
